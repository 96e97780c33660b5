package dev.millrace.state.overlay;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a store that emits its updates later: with what the value was when the key was last emitted, and which record
 * wrote it last.
 *
 * <p>The same few fields serve update after update; what downstream gets is made when it is emitted.
 */
final class CachedEntry extends Entry {
    /** What the cache is charged for an update beside its key and value: the entry has paid its own memory in the overlay. */
    static final int UPDATE_BYTES = 40;

    /** As {@link Entry#OVERHEAD_BYTES}. */
    static final int OVERHEAD_BYTES = Entry.OVERHEAD_BYTES + 32;

    /** {@link #numberBefore} is meant. */
    private static final Object NUMBER = new Object();

    private @Nullable Object heldBefore;
    private long numberBefore;
    private long timestampBefore;

    /** The number of the record that wrote it last, among the {@link Writers}. */
    int writer;

    /** The how-manieth write of its store wrote it last. */
    int turn;

    /** What the waiting update is charged with in the cache. */
    int updateWeight;

    CachedEntry(byte[] key, int hash, long serial) {
        super(key, hash, serial);
    }

    @Override
    public long touch() {
        return super.touch() + turn;
    }

    /** From now on an update waits; the current value is what was emitted last. */
    void startToWait() {
        waits = true;
        timestampBefore = timestamp;
        Object now = held();
        if (now instanceof Long number) {
            numberBefore = number;
            now = NUMBER;
        }
        if (heldBefore != now) {
            heldBefore = now;
        }
    }

    @Override
    @Nullable
    Object heldBefore() {
        return heldBefore == NUMBER ? (Object) numberBefore : heldBefore;
    }

    @Override
    public long emittedTimestamp() {
        return waits ? timestampBefore : timestamp;
    }

    /** The update does not wait any more. */
    void emissionDone() {
        waits = false;
        updateWeight = 0;
        if (heldBefore != NUMBER) {
            heldBefore = null;
        }
    }
}
