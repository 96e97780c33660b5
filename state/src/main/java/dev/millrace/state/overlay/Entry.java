package dev.millrace.state.overlay;

import org.jspecify.annotations.Nullable;

/**
 * One key in an overlay: its current value, and whether that is still to be committed.
 *
 * <p>Plain fields, changed by {@link Overlay} alone. An entry without a value is not the same as no entry: it remembers that
 * the key has no value, either because it was deleted (dirty) or because the database said so (clean).
 */
public final class Entry {
    static final int OVERHEAD_BYTES = 80;

    final byte[] key;
    final int hash;

    @Nullable
    Object held;

    long timestamp = -1;
    int weight;
    boolean dirty;
    boolean recentlyUsed = true;

    /** When it became dirty, counted in dirty entries since the last commit: what a cursor opened earlier must not see. */
    int dirtyNumber;

    @Nullable
    CachedUpdate update;

    Entry(byte[] key, int hash) {
        this.key = key;
        this.hash = hash;
        this.weight = OVERHEAD_BYTES + key.length;
    }

    /** The key as the database has it. Not to be changed. */
    public byte[] key() {
        return key;
    }

    /** The value in its held form (see {@link ValueFormat}), or null if the key has none. */
    public @Nullable Object held() {
        return held;
    }

    /** Event time of the last write; of a clean entry what the database says, -1 if it does not say. */
    public long timestamp() {
        return timestamp;
    }
}
