package dev.millrace.state.overlay;

import dev.millrace.state.EmissionListener;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.state.RecordOrigin;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The updates of a caching store that are still to be emitted, the key written longest ago first.
 *
 * <p>A key that is written again moves to the end, keeps the value it had when it was last emitted, and takes on the new
 * writer as its origin: downstream sees one update per key, from the last emission to now.
 */
public final class CachedUpdates {
    private final RecordOrigin origin;
    private final MemoryAccount account;
    private @Nullable CachedUpdate first;
    private @Nullable CachedUpdate last;

    public CachedUpdates(RecordOrigin origin, MemoryAccount account) {
        this.origin = origin;
        this.account = account;
    }

    /** Whether the entry has an update waiting, so that {@link #beforeWrite} needs no key. */
    public boolean has(Entry entry) {
        return entry.update != null;
    }

    /**
     * The current record is about to change an entry.
     *
     * @param key the key as downstream is to get it; not looked at if the entry {@link #has} an update already
     */
    public void beforeWrite(Entry entry, Object key) {
        CachedUpdate update = entry.update;
        if (update == null) {
            update = new CachedUpdate(entry, key, origin.snapshot());
            entry.update = update;
        } else {
            unlink(update);
            update.writer = origin.snapshot();
        }
        link(update);
    }

    /** The change that {@link #beforeWrite} announced is done. Says whether the cache is full, so that emission is due. */
    public boolean afterWrite(Entry entry) {
        CachedUpdate update = entry.update;
        if (update != null) {
            account.cached(entry.weight - update.weight);
            update.weight = entry.weight;
        }
        return account.cacheFull();
    }

    public boolean isEmpty() {
        return first == null;
    }

    /**
     * Emits all updates, also those that come up meanwhile. A key that had no value and has none is passed over.
     *
     * @param reader makes the object of a held value
     * @param oldValues whether the listener wants to know what was replaced
     */
    public void emitAll(EmissionListener listener, Function<Object, Object> reader, boolean oldValues) {
        for (CachedUpdate update = first; update != null; update = first) {
            unlink(update);
            update.entry.update = null;
            account.cached(-update.weight);
            if (update.entry.held != null || update.heldBefore != null) {
                emit(update, listener, reader, oldValues);
            }
        }
    }

    private void emit(
            CachedUpdate update, EmissionListener listener, Function<Object, Object> reader, boolean oldValues) {
        Entry entry = update.entry;
        Object newValue = entry.held == null ? null : reader.apply(entry.held);
        Object oldValue = oldValues && update.heldBefore != null ? reader.apply(update.heldBefore) : null;
        OriginSnapshot outer = origin.actFor(update.writer);
        try {
            listener.emit(update.key, newValue, oldValue, entry.timestamp, update.writer.headers());
        } finally {
            origin.actFor(outer);
        }
    }

    private void link(CachedUpdate update) {
        update.previous = last;
        update.next = null;
        if (last == null) {
            first = update;
        } else {
            last.next = update;
        }
        last = update;
    }

    private void unlink(CachedUpdate update) {
        if (update.previous == null) {
            first = update.next;
        } else {
            update.previous.next = update.next;
        }
        if (update.next == null) {
            last = update.previous;
        } else {
            update.next.previous = update.previous;
        }
    }
}
