package dev.millrace.state.overlay;

import dev.millrace.state.EmissionListener;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.database.Ranks;
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

    /** So many writers there may be, and so many more for each update that waits, before they are gone through. */
    private static final int MOST_WRITERS = 10_000;

    private static final int WRITERS_PER_UPDATE = 4;

    private final RecordOrigin origin;
    private final MemoryAccount account;
    /** From {@code emitted} to {@code count}. */
    private CachedEntry[] waiting = new CachedEntry[16];

    private int emitted;
    private int count;
    private int turns;
    private boolean inOrder = true;
    private boolean emitting;
    private Writers writers = new Writers();

    /** Of no meaning; keeps {@link #touch} from being optimized away. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    public CachedUpdates(RecordOrigin origin, MemoryAccount account) {
        this.origin = origin;
        this.account = account;
    }

    /** The current record is about to change an entry. */
    public void beforeWrite(Entry entry) {
        CachedEntry cached = (CachedEntry) entry;
        if (!cached.waits) {
            cached.startToWait();
            append(cached);
        } else {
            inOrder = inOrder && waiting[count - 1] == cached;
        }
        cached.writer = writers.current(origin);
        cached.turn = turns++;
        if (isCompactionDue()) {
            compact();
        }
    }

    private boolean isCompactionDue() {
        boolean tooMany = writers.size() > MOST_WRITERS + WRITERS_PER_UPDATE * count;
        return (tooMany || turns == Integer.MAX_VALUE) && !emitting;
    }

    /** Forgets the writers of what was written again since, and the turns that were passed over. */
    private void compact() {
        sort();
        Writers needed = new Writers();
        turns = 0;
        for (int i = emitted; i < count; i++) {
            waiting[i].writer = needed.add(writers, waiting[i].writer);
            waiting[i].turn = turns++;
        }
        writers = needed;
    }

    private void append(CachedEntry update) {
        if (count == waiting.length) {
            waiting = Arrays.copyOf(waiting, count * 2);
        }
        waiting[count++] = update;
    }

    /** The change that {@link #beforeWrite} announced is done. Says whether the cache is full, so that emission is due. */
    public boolean afterWrite(Entry entry) {
        CachedEntry cached = (CachedEntry) entry;
        if (cached.waits) {
            int weight = cached.weight - CachedEntry.OVERHEAD_BYTES + CachedEntry.UPDATE_BYTES;
            account.cached(weight - cached.updateWeight);
            cached.updateWeight = weight;
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
                emitUntil(count, turns, entry -> {
                    emit(entry, listener, entries, oldValues);
                    entries.emitted(entry);
                });
            }
            emitted = 0;
            count = 0;
            turns = 0;
            writers.clear();
        } finally {
            emitting = false;
        }
    }

    private void emitUntil(int end, int turn, Consumer<CachedEntry> emission) {
        while (emitted < end) {
            if (emitted % BLOCK == 0) {
                touch(emitted, Math.min(end, emitted + BLOCK));
            }
            CachedEntry entry = waiting[emitted];
            waiting[emitted++] = null;
            if (entry.turn < turn) {
                emission.accept(entry);
            } else {
                append(entry);
                inOrder = false;
            }
        }
    }

    /** See {@link Entry#touch}. */
    private void touch(int from, int to) {
        for (int i = from; i < to; i++) {
            touched += waiting[i].touch();
        }
    }

    private void sort() {
        if (inOrder) {
            return;
        }
        CachedEntry[] unordered = Arrays.copyOfRange(waiting, emitted, count);
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

    private void emit(CachedEntry entry, EmissionListener listener, EmittedEntries entries, boolean oldValues) {
        account.cached(-entry.updateWeight);
        Object held = entry.held();
        Object heldBefore = entries.due(entry) ? entry.heldBefore() : null;
        OriginSnapshot writer = writers.at(entry.writer);
        entry.emissionDone();
        if (held == null && heldBefore == null) {
            return;
        }
        OriginSnapshot outer = origin.actFor(writer);
        try {
            Object newValue = held == null ? null : entries.value(held);
            Object oldValue = oldValues && heldBefore != null ? entries.value(heldBefore) : null;
            Headers headers = entries.headers(entry, writer.headers());
            listener.emit(entries.key(entry), newValue, oldValue, entry.timestamp, headers);
        } finally {
            origin.actFor(outer);
        }
    }
}
