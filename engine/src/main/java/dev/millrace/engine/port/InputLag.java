package dev.millrace.engine.port;

import org.apache.kafka.common.TopicPartition;

/**
 * How much of an input partition is on the broker and not yet fetched: what decides whether a task waits for it.
 *
 * <p>Asked without going to the network, only for partitions of which the task has nothing left.
 */
@FunctionalInterface
public interface InputLag {
    /** Nothing is known yet, because the partition was not fetched since it was assigned. */
    long UNKNOWN = -1;

    /** The number of records not yet fetched, 0 if all were, or {@link #UNKNOWN}. */
    long lagRecords(TopicPartition partition);
}
