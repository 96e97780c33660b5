package dev.millrace.state.database;

/** A walk over entries in order: call {@link #next()} before the first one. Owned by one thread. */
public interface ByteCursor extends AutoCloseable {

    /** Moves to the next entry; false if there is none, and from then on. */
    boolean next();

    /** The key here; only after {@link #next()} said true. */
    byte[] key();

    /** The value here; only after {@link #next()} said true. */
    byte[] value();

    @Override
    void close();
}
