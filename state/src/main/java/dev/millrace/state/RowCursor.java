package dev.millrace.state;

/** A walk over rows of a key-value store in the order of their keys' bytes. Belongs to the thread that owns the task. */
public interface RowCursor extends AutoCloseable {

    /** Moves to the next row; false if there is none. Call it before the first one. */
    boolean next();

    /** The serialized key here; only after {@link #next()} said true. Not to be changed. */
    byte[] key();

    /** The value here. */
    Object value();

    @Override
    void close();
}
