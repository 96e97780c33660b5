package dev.millrace.state;

import org.apache.kafka.common.header.Headers;

/**
 * Records that wait, as an operator sees them: any number of a key, in the order of their timestamps, and of the keys' bytes
 * where those are equal.
 */
public interface RecordBufferState {

    /** Lets a record wait; it is the task's current one. */
    void add(Object key, Object value, long timestamp, Headers headers);

    /**
     * Takes the records out that have a timestamp up to {@code dueMs}, and gives them to {@code listener} one after the other.
     * Records never have an old value.
     */
    void releaseUntil(long dueMs, EmissionListener listener);
}
