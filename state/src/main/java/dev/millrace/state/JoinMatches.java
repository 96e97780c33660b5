package dev.millrace.state;

/**
 * A walk over what {@link JoinSideState#find} found: call {@link #next()} before the first record. Valid until the next look-up
 * in the same state; nothing may be added to that in between.
 */
public interface JoinMatches {

    /** Moves to the next record; false if there is none, and from then on. */
    boolean next();

    /** The value of the record here. The caller must not change it. */
    Object value();

    /** The event time of the record here, in milliseconds. */
    long timestamp();

    /** Whether the record here is the one added last. */
    boolean isLast();

    /** Whether the record here may have waited for a match until now; asked again, it does not. */
    boolean stopsWaiting();
}
