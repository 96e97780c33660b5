package dev.millrace.state.overlay;

import org.jspecify.annotations.Nullable;

/**
 * One key in an overlay: its current value, and whether that is still to be committed.
 *
 * <p>Plain fields, changed by {@link Overlay} alone. An entry without a value is not the same as no entry: it remembers that
 * the key has no value, either because it was deleted (dirty) or because the database said so (clean).
 *
 * <p><b>A field that refers to an object is set as rarely as can be.</b> Entries are old, what a record makes is young, and each
 * reference from the one to the other is work for the garbage collector. So a number, which is what most entries hold, lies in
 * the entry itself.
 */
public sealed class Entry extends Keyed permits CachedEntry {
    /** The memory that it takes beside its key and value. */
    static final int OVERHEAD_BYTES = 80;

    /** Stands for {@link #number}. */
    private static final Object NUMBER = new Object();

    /** The how-manieth entry of its overlay it is, so that a cursor can leave out what came after it. */
    final long serial;

    private @Nullable Object held;
    private long number;

    long timestamp = -1;
    int weight;

    /** Whether it was written since the last commit. */
    boolean dirty;

    /** Of a dirty entry: its number among them. */
    int dirtyNumber;

    /** Whether the database does not have its value yet. A dirty entry always is. */
    boolean unwritten;

    /** Of an unwritten entry: its number among them. */
    int unwrittenNumber;

    boolean recentlyUsed = true;

    /** Of a dirty entry: whether it had no value at the last commit, as far as it was loaded. */
    boolean absentBefore;

    /** Of an unwritten entry: whether the database has no value, as far as it was loaded. */
    boolean absentInDatabase;

    /** Whether it is known what the database had when the entry was made. */
    boolean loaded;

    /** Whether the key lies in the resident part of the store: see {@link Overlay}. */
    boolean resident;

    /** Whether it is in the index of the resident part. */
    boolean indexed;

    /** Whether an update of it waits to be emitted. */
    boolean waits;

    /** Whether it is not in the overlay any more. */
    boolean forgotten;

    Entry(byte[] key, int hash, long serial) {
        super(key, hash);
        this.serial = serial;
    }

    /** Whether the key has a value. */
    final boolean hasValue() {
        return held != null;
    }

    final void hold(@Nullable Object value) {
        Object kept = value;
        if (value instanceof Long inside) {
            number = inside;
            kept = NUMBER;
        }
        if (held != kept) {
            held = kept;
        }
    }

    /**
     * Reads what an update, an emission or a commit of this entry will read; the result has no meaning. Several calls in a row
     * wait for memory at the same time, where uses with work in between would wait one after the other.
     */
    public long touch() {
        return timestamp + key.length + (held instanceof Number ? 1 : 0);
    }

    /** It was asked for: the overlay does not forget it next. */
    public void use() {
        if (!recentlyUsed) {
            recentlyUsed = true;
        }
    }

    /**
     * Whether the entry can be had again from the database. Not if it is still to be committed, or to be emitted; nor, in the
     * resident part, if it has a value, because nobody would look for that in the database.
     */
    boolean isForgettable() {
        return !unwritten && !waits && (held == null || !resident);
    }

    /** Whether the overlay has forgotten it: what is written to it would be lost. */
    public boolean isForgotten() {
        return forgotten;
    }

    /** The value in its held form (see {@link ValueFormat}), or null if the key has none. */
    public final @Nullable Object held() {
        return held == NUMBER ? (Object) number : held;
    }

    /** Of one that waits to be emitted: what its value was when it was last emitted; null for none. */
    @Nullable
    Object heldBefore() {
        return null;
    }

    /** The value that downstream knows, in its held form. */
    public final @Nullable Object emitted() {
        return waits ? heldBefore() : held();
    }

    /** Event time of the value that downstream knows. */
    public long emittedTimestamp() {
        return timestamp;
    }

    /** Whether a loaded, dirty entry says what the database says already: that the key has no value. */
    public boolean isStillAbsent() {
        return held == null && absentBefore;
    }

    /**
     * Whether nobody has seen its value yet: it had none at the last commit nor in the database, and what was written since then was not emitted, if
     * that is how others hear of it.
     *
     * @param emits whether the store's updates wait to be emitted
     */
    public boolean isUnseen(boolean emits) {
        return dirty && held != null && absentBefore && absentInDatabase && (waits ? heldBefore() == null : !emits);
    }

    /** Whether it has no value and nobody needs to be told: there is nothing to log, and nothing to emit. */
    public boolean isTraceless() {
        return dirty && isStillAbsent() && (!waits || heldBefore() == null);
    }

    /** Whether the database is known to have no value. */
    public boolean isKnownAbsent() {
        return absentInDatabase && loaded;
    }

    /** Whether the next commit takes it to the changelog. */
    public boolean isDirty() {
        return dirty;
    }

    /** Its value was given to the changelog; whether it gets into the database is open. */
    public void logged() {
        absentBefore = false;
    }

    /** Event time of the last write; of a clean entry what the database says, -1 if it does not say. */
    public long timestamp() {
        return timestamp;
    }
}
