package dev.millrace.engine.port;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * The cluster's topics: which exist, how they are set, and making those the application owns.
 *
 * <p>Calls wait for the answer, up to the admin client's time-out, and then throw a Kafka {@code TimeoutException}; other
 * failures are a {@code StreamsException}. Safe for any thread.
 */
public interface TopicAdmin extends AutoCloseable {

    /** The number of partitions of each topic that exists; others are absent. */
    Map<String, Integer> partitionCounts(Set<String> topics);

    /** Creates topics. One that exists by now (another member was faster) is left as it is. */
    void create(Collection<NewTopic> topics);

    /** The settings of topics that exist, by topic and setting, defaults of the broker included. */
    Map<String, Map<String, String>> configs(Set<String> topics);

    /**
     * Deletes the records before an offset, per partition. Does not wait; a deletion that fails is repeated by the next one,
     * and one that is asked for while another is under way is left out.
     */
    void deleteBefore(Map<TopicPartition, Long> offsets);

    /** The offset after the last record that a reader of this isolation can see. */
    Map<TopicPartition, Long> endOffsets(Set<TopicPartition> partitions, IsolationLevel isolation);

    /** The offset of the first record that is still there. */
    Map<TopicPartition, Long> startOffsets(Set<TopicPartition> partitions);

    /** The offsets the application's group has committed; partitions that have none are absent. */
    Map<TopicPartition, Long> committedOffsets(Set<TopicPartition> partitions);

    @Override
    void close();

    /**
     * A topic to create; the replication factor comes from the configuration.
     *
     * @param defaults settings by name that the application's {@code topic.} settings override
     * @param settings settings by name that override those
     */
    record NewTopic(String name, int partitions, Map<String, String> defaults, Map<String, String> settings) {}
}
