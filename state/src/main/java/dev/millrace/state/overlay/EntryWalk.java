package dev.millrace.state.overlay;

import org.jspecify.annotations.Nullable;

/** A walk over what is in memory of a store, in key order, deletions included: call {@link #next()} before the first entry. */
public interface EntryWalk {

    /** Moves to the next key; false if there is none. Not to be called again after that. */
    boolean next();

    /** The key here. Not to be changed. */
    byte[] key();

    /** The value here in its held form, null if it was deleted. */
    @Nullable
    Object held();

    /** The event time of the value here, -1 if the store does not keep it. */
    long timestamp();
}
