package dev.millrace.engine.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Where records come from: one worker's member of the consumer group, and the partitions it was given.
 *
 * <p>Everything about the group happens inside {@link #poll}: the {@link PartitionListener} and the {@link Membership} are
 * called from there, on the worker's own thread. A partition whose committed offset is missing or gone is repositioned as
 * its source node, or the configuration, says; the caller never sees that, unless the answer is "none", which is a
 * {@code StreamsException}.
 *
 * <p>Being no longer a member of the group (fenced, expelled for not polling) is a {@code TaskMigratedException}, from any
 * method. Belongs to the worker thread, {@link #wakeup} apart.
 */
public interface RecordSource extends AutoCloseable {

    /** Joins the group for a fixed set of topics. Replaces an earlier subscription. */
    void subscribe(Collection<String> topics, PartitionListener listener, Membership membership);

    /** Joins the group for all topics that match, also those that will be created later. */
    void subscribe(Pattern topics, PartitionListener listener, Membership membership);

    /**
     * What arrived, at most one batch per partition; waits up to {@code timeoutMs} if nothing did. Empty after a time-out,
     * after {@link #wakeup}, and where a poll had only the group's business to do.
     */
    List<SourceBatch> poll(long timeoutMs);

    // ---- flow ----

    /** Stops the flow of some partitions; what is fetched already stays, and comes after {@link #resume}. */
    void pause(Collection<TopicPartition> partitions);

    void resume(Collection<TopicPartition> partitions);

    /** The partitions this member has now. */
    Set<TopicPartition> assignment();

    /**
     * How many records a partition still has on the broker beyond {@link #position}, from what the last fetch told; -1 if no
     * fetch told yet. Never asks the broker. What {@code max.task.idle.ms} decides on.
     */
    long lagRecords(TopicPartition partition);

    // ---- positions ----

    /** The offset of the next record that {@link #poll} will return for a partition. */
    long position(TopicPartition partition);

    void seek(TopicPartition partition, long offset);

    /** Repositions partitions as if they had no committed offset. */
    void seekToReset(Collection<TopicPartition> partitions);

    /** The group's committed offsets; partitions that have none are absent. Times out with a Kafka {@code TimeoutException}. */
    Map<TopicPartition, CommitPoint> committed(Set<TopicPartition> partitions);

    /**
     * Commits offsets and waits for the answer. At-least-once only; a {@link Transaction} commits its own. Throws a Kafka
     * {@code TimeoutException} where nothing is wrong but the group is busy or the brokers are slow: poll, and try again.
     */
    void commit(Map<TopicPartition, CommitPoint> offsets);

    // ---- group ----

    /** This member as the group knows it now, for {@link Transaction#sendOffsets}. Ask again for every transaction. */
    GroupToken groupToken();

    /** Makes the group divide the work again, soon. */
    void rebalance(String reason);

    /** Makes a running or the next {@link #poll} return at once. Safe for any thread. */
    void wakeup();

    /**
     * Leaves, after having revoked all partitions through the listener.
     *
     * @param leaveGroup true to hand the partitions over at once, false to remain a member until the session times out (so
     *     that a quick restart moves nothing), null as the configuration says
     */
    void close(long timeoutMs, @Nullable Boolean leaveGroup);

    /** Closes as the configuration says, without waiting. */
    @Override
    default void close() {
        close(0, null);
    }

    /** A member's identity and generation, which only who made it can read. */
    interface GroupToken {}
}
