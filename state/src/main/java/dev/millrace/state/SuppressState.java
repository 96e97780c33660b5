package dev.millrace.state;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The buffer of a suppression as its operator sees it: one update per key, in the order of their times, and of the keys'
 * bytes where times are equal.
 */
public interface SuppressState {
    /** What {@link #earliestMs} says of an empty buffer. */
    long NOTHING_HELD = Long.MAX_VALUE;

    /**
     * Holds an update back. If one of the same key is held already, this one takes its place, which stays where it is in the
     * order; what downstream knows of the key stays the same too.
     *
     * @param timeMs the place in the order, if the key has none yet
     * @param oldValue what the update replaces: if it is the first of its key, that is what downstream knows
     * @param timestamp event time of the update in milliseconds
     */
    void hold(
            long timeMs,
            Object key,
            @Nullable Object newValue,
            @Nullable Object oldValue,
            long timestamp,
            Headers headers);

    /** Whether an update of {@code key} is held back. */
    boolean holds(Object key);

    /** The value that downstream knows of a key of which an update is held back; null if it knows of none. */
    @Nullable
    Object valueSent(Object key);

    /** How many updates are held back. */
    long records();

    /** How many bytes they count for; 0 if the buffer has no limit of bytes. */
    long bytes();

    /** The time of the first update, {@link #NOTHING_HELD} if there is none. */
    long earliestMs();

    /**
     * Takes the first update out and gives it to {@code listener}. Its old value is the one that the last update replaced, as
     * in the reference, though downstream may never have seen that one.
     */
    void release(EmissionListener listener);
}
