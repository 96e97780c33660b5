package dev.millrace.state;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The record that a task is working on, as a store needs to know it: for changelog timestamps, for the context of delayed
 * emissions, and for key bytes that need not be made twice. One mutable view per task, valid at the moment of the call.
 */
public interface RecordOrigin {

    /** The topic, or null while no record is being processed (punctuation, start, close). */
    @Nullable
    String topic();

    /** The partition, or -1. */
    int partition();

    /** The offset, or -1. */
    long offset();

    /** The record's event time in milliseconds; inside a punctuation the time it was called with. */
    long timestamp();

    /** The record's headers; empty where there is no record. */
    Headers headers();

    /** The serialized form of {@code key} as it came from the source topic, if {@code key} is that very object; else null. */
    byte @Nullable [] sourceKeyBytes(Object key);

    /** The same of {@code value}. */
    byte @Nullable [] sourceValueBytes(Object value);

    /**
     * Makes the task speak of an earlier record while a delayed update of that record is emitted. Calls nest: put back what
     * this returned when the emission is done, also if it failed.
     *
     * @param earlier null for the record that the task is really working on
     * @return whom the task spoke for until now
     */
    @Nullable
    OriginSnapshot actFor(@Nullable OriginSnapshot earlier);
}
