package dev.millrace.streams;

import dev.millrace.streams.state.HostInfo;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** What one instance of the application holds: its stores and partitions. An immutable snapshot. */
public interface StreamsMetadata {

    /** Where the instance can be reached: its {@code application.server}. */
    HostInfo hostInfo();

    /** The stores it has active copies of. */
    Set<String> stateStoreNames();

    /** The input partitions of its active tasks. */
    Set<TopicPartition> topicPartitions();

    /** The changelog partitions of its standby copies. */
    Set<TopicPartition> standbyTopicPartitions();

    /** The stores it has standby copies of. */
    Set<String> standbyStateStoreNames();

    /** The host of {@link #hostInfo()}. */
    String host();

    /** The port of {@link #hostInfo()}. */
    int port();

    /** Equal if host, stores and partitions are. */
    @Override
    boolean equals(Object other);

    @Override
    int hashCode();
}
