package dev.millrace.engine.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A reader of changelogs outside of any group: for restoring tasks, for standbys, for global tables.
 *
 * <p>With exactly-once it reads committed records only. Belongs to the thread that restores, {@link #wakeup} apart.
 */
public interface ChangelogSource extends AutoCloseable {

    /**
     * Starts to read a partition.
     *
     * @param offset null for the first record that is there
     */
    void add(TopicPartition changelog, @Nullable Long offset);

    /** Stops to read partitions; those it does not read are ignored. */
    void remove(Collection<TopicPartition> changelogs);

    /** The partitions it reads. */
    Set<TopicPartition> assignment();

    /** Stops the flow of some partitions; what is fetched already stays, and comes after {@link #resume}. */
    void pause(Collection<TopicPartition> changelogs);

    void resume(Collection<TopicPartition> changelogs);

    /**
     * What arrived, at most one batch per partition; waits up to {@code timeoutMs} if nothing did.
     *
     * @throws ChangelogGapException if some positions lie outside of what the broker still has; those partitions are no longer
     *     read: discard their content and add them again from the beginning
     */
    List<SourceBatch> poll(long timeoutMs);

    /** The offset of the next record. It may pass the last record returned: transaction markers have offsets too. */
    long position(TopicPartition changelog);

    /** The offset of the first record that is still there. */
    Map<TopicPartition, Long> startOffsets(Set<TopicPartition> changelogs);

    /**
     * Where replay ends: the offset after the last record. With exactly-once a partition with a transaction still open is
     * absent, because what will be in it is not decided yet; ask again.
     */
    Map<TopicPartition, Long> endOffsets(Set<TopicPartition> changelogs);

    /** How many records there are beyond {@link #position}, from what the last fetch told; -1 if none told yet. */
    long lagRecords(TopicPartition changelog);

    /** The partition numbers of a topic, empty if it does not exist. For global tables, which read all. */
    List<TopicPartition> partitionsOf(String topic);

    /** Makes a running or the next {@link #poll} return at once. Safe for any thread. */
    void wakeup();

    @Override
    void close();
}
