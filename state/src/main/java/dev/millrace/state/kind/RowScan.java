package dev.millrace.state.kind;

import dev.millrace.state.overlay.OverlayCursor;
import org.jspecify.annotations.Nullable;

/** One way to walk over the rows of a store: with what is not committed yet, or without. */
interface RowScan {

    /** The rows from one key (null: the first) to before another (null: past the last). */
    OverlayCursor scan(byte @Nullable [] from, byte @Nullable [] to, boolean descending);
}
