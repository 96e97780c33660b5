package dev.millrace.state.overlay;

/** A walk over what a store holds, in key order: call {@link #next()} before the first entry. */
public interface EntryCursor extends AutoCloseable {

    /** Moves to the next key that has a value; false if there is none. */
    boolean next();

    /** The key here; only after {@link #next()} said true. Not to be changed. */
    byte[] key();

    /** The value here in its held form. */
    Object held();

    /** The event time of the value here, -1 if the store does not keep it. */
    long timestamp();

    @Override
    void close();
}
