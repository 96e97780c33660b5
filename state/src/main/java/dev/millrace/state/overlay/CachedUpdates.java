package dev.millrace.state.overlay;

import dev.millrace.state.EmissionListener;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.state.RecordOrigin;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;

/**
 * The updates of a caching store that are still to be emitted, the key written longest ago first.
 *
 * <p>A key that is written again goes to the end, keeps the value it had when it was last emitted, and takes on the new
 * writer as its origin: downstream sees one update per key, from the last emission to now. A write only notes its turn; the
 * updates are sorted by their turns when they are emitted, which is much less work than to keep a list in order.
 */
public final class CachedUpdates {
    private static final int BLOCK = 64;

    private final RecordOrigin origin;
    private final MemoryAccount account;
    /** From {@code emitted} to {@code count}. */
    private CachedUpdate[] waiting = new CachedUpdate[16];

    private int emitted;
    private int count;
    private long turns;
    private boolean inOrder = true;
    private boolean emitting;

    /** Of no meaning; keeps {@link #touch} from being optimized away. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    public CachedUpdates(RecordOrigin origin, MemoryAccount account) {
        this.origin = origin;
        this.account = account;
    }

    /** The current record is about to change an entry. */
    public void beforeWrite(Entry entry) {
        CachedUpdate update = entry.update;
        if (update == null) {
            update = new CachedUpdate(entry);
            entry.update = update;
            append(update);
        } else {
            inOrder = inOrder && waiting[count - 1] == update;
        }
        update.writtenBy(origin);
        update.turn = turns++;
    }

    private void append(CachedUpdate update) {
        if (count == waiting.length) {
            waiting = Arrays.copyOf(waiting, count * 2);
        }
        waiting[count++] = update;
    }

    /** The change that {@link #beforeWrite} announced is done. Says whether the cache is full, so that emission is due. */
    public boolean afterWrite(Entry entry) {
        CachedUpdate update = entry.update;
        if (update != null) {
            int weight = entry.weight - Entry.OVERHEAD_BYTES + CachedUpdate.OVERHEAD_BYTES;
            account.cached(weight - update.weight);
            update.weight = weight;
        }
        return account.cacheFull();
    }

    /** Whether updates wait for {@link #emitAll}; not while it is at work, because it takes on what comes up meanwhile. */
    public boolean dueForEmission() {
        return !emitting && emitted < count;
    }

    /**
     * Emits all updates, also those that come up meanwhile. A key that had no value and has none is passed over.
     *
     * @param entries shows them; told of every entry of which no update waits any more
     * @param oldValues whether the listener wants to know what was replaced
     */
    public void emitAll(EmissionListener listener, EmittedEntries entries, boolean oldValues) {
        if (emitting) {
            return;
        }
        emitting = true;
        try {
            while (emitted < count) {
                sort();
                emitUntil(count, turns, update -> {
                    emit(update, listener, entries, oldValues);
                    entries.emitted(update.entry);
                });
            }
            emitted = 0;
            count = 0;
            turns = 0;
        } finally {
            emitting = false;
        }
    }

    private void emitUntil(int end, long turn, Consumer<CachedUpdate> emission) {
        while (emitted < end) {
            if (emitted % BLOCK == 0) {
                touch(emitted, Math.min(end, emitted + BLOCK));
            }
            CachedUpdate update = waiting[emitted];
            waiting[emitted++] = null;
            if (update.turn < turn) {
                emission.accept(update);
            } else {
                append(update);
                inOrder = false;
            }
        }
    }

    /** See {@link Entry#touch}. */
    private void touch(int from, int to) {
        for (int i = from; i < to; i++) {
            touched += waiting[i].entry.touch();
        }
    }

    private void sort() {
        if (inOrder) {
            return;
        }
        CachedUpdate[] unordered = Arrays.copyOfRange(waiting, emitted, count);
        Ranks ranks = new Ranks(unordered.length);
        for (int i = 0; i < unordered.length; i++) {
            ranks.byNumber(i, unordered[i].turn);
        }
        ranks.sort();
        for (int i = 0; i < unordered.length; i++) {
            waiting[emitted + i] = unordered[ranks.at(i)];
        }
        inOrder = true;
    }

    private void emit(CachedUpdate update, EmissionListener listener, EmittedEntries entries, boolean oldValues) {
        Entry entry = update.entry;
        entry.update = null;
        account.cached(-update.weight);
        Object heldBefore = entries.due(entry) ? update.heldBefore : null;
        if (entry.held == null && heldBefore == null) {
            return;
        }
        OriginSnapshot writer = update.writer();
        OriginSnapshot outer = origin.actFor(writer);
        try {
            Object newValue = entry.held == null ? null : entries.value(entry.held);
            Object oldValue = oldValues && heldBefore != null ? entries.value(heldBefore) : null;
            Headers headers = entries.headers(entry, writer.headers());
            listener.emit(entries.key(entry), newValue, oldValue, entry.timestamp, headers);
        } finally {
            origin.actFor(outer);
        }
    }
}
