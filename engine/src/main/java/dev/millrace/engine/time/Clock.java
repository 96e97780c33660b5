package dev.millrace.engine.time;

/** Where time comes from. Safe for any thread. */
public interface Clock {

    /** Milliseconds since the epoch. */
    long nowMs();

    /** Nanoseconds of a clock that never goes back, for measuring how long something took. */
    long nanoTime();
}
