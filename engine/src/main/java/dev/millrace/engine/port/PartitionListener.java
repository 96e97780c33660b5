package dev.millrace.engine.port;

import java.util.Collection;
import org.apache.kafka.common.TopicPartition;

/**
 * Learns which partitions the group gave to a worker and which it took back: always the difference, never the whole.
 *
 * <p>Called inside {@link RecordSource#poll} and {@link RecordSource#close}, on the worker's thread. What it throws comes
 * out of that call.
 */
public interface PartitionListener {

    /** These are ours from now on; none, if a rebalance is over and brought nothing new. */
    void assigned(Collection<TopicPartition> partitions);

    /** These will go to someone else; they are still ours during this call, so what was processed can be committed. */
    void revoked(Collection<TopicPartition> partitions);

    /** These went to someone else already: nothing about them may be committed any more. */
    void lost(Collection<TopicPartition> partitions);
}
