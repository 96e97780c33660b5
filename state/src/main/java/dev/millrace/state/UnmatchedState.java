package dev.millrace.state;

/**
 * The records of both sides of a join of two streams that wait for a match, as its operators see them; and the time of the
 * join, which both sides share.
 *
 * <p>They are ordered by event time; of one time the right side comes first, then the keys' bytes decide.
 */
public interface UnmatchedState {

    /** Takes note of the event time of a record of either side; the highest one so far, in milliseconds. */
    long observe(long timestamp);

    /** A record begins to wait. */
    void add(boolean left, Object key, Object value, long timestamp);

    /** The records of a side, key and time, if there are any, do not wait any more. */
    void remove(boolean left, Object key, long timestamp);

    /**
     * The event time of the record where the last {@link #release} ended, or of an earlier one that was added since;
     * {@code Long.MAX_VALUE} if there is none. Not the first record that waits, but so the reference: it decides when results come.
     */
    long markMs();

    /**
     * Takes out, in order, the records whose windows are closed, up to the point from which on no side can have one.
     *
     * @param leftBeforeMs the windows of left records with event times before this one are closed
     * @param rightBeforeMs the windows of right records with event times before this one are closed
     */
    void release(long leftBeforeMs, long rightBeforeMs, Listener listener);

    /** Takes records that have no match. */
    @FunctionalInterface
    interface Listener {
        void noMatch(boolean left, Object key, Object value, long timestamp);
    }
}
