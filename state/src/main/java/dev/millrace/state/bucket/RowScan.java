package dev.millrace.state.bucket;

import dev.millrace.state.overlay.EntryCursor;

/** One way to walk over the rows of a store: with what is not committed yet, or without. */
public interface RowScan {

    /** The rows from one key to before another. */
    EntryCursor scan(byte[] from, byte[] to, boolean descending);
}
