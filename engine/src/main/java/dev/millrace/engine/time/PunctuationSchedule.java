package dev.millrace.engine.time;

import dev.millrace.streams.processor.Cancellable;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/**
 * What a task has to call when time, of one kind, has come far enough.
 *
 * <p>An entry that was missed several times is called once, with the present time; afterwards it stays on its grid
 * (first time + n intervals) and skips what has passed. Owned by the thread that owns the task.
 */
public final class PunctuationSchedule {
    private static final long NOTHING_DUE = Long.MAX_VALUE;

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong((Entry entry) -> entry.dueMs));
    private long nextDueMs = NOTHING_DUE;

    /** Calls {@code action} at {@code firstMs} and every {@code intervalMs} from there, until cancelled. */
    public Cancellable add(long firstMs, long intervalMs, LongConsumer action) {
        Entry entry = new Entry(firstMs, intervalMs, action);
        entries.add(entry);
        nextDueMs = Math.min(nextDueMs, firstMs);
        return entry;
    }

    /** Whether {@link #run} would call anything. One comparison: asked for every record. */
    public boolean isDue(long nowMs) {
        return nowMs >= nextDueMs;
    }

    /** Calls what is due, each entry once, in the order in which they became due; returns how many were called. */
    public int run(long nowMs) {
        int called = 0;
        for (Entry entry = entries.peek(); entry != null && entry.dueMs <= nowMs; entry = entries.peek()) {
            entries.remove();
            if (!entry.cancelled) {
                entry.advancePast(nowMs);
                entries.add(entry);
                entry.action.accept(nowMs);
                called++;
            }
        }
        Entry next = entries.peek();
        nextDueMs = next == null ? NOTHING_DUE : next.dueMs;
        return called;
    }

    private static final class Entry implements Cancellable {
        private final long intervalMs;
        private final LongConsumer action;
        private long dueMs;
        private boolean cancelled;

        Entry(long firstMs, long intervalMs, LongConsumer action) {
            this.dueMs = firstMs;
            this.intervalMs = intervalMs;
            this.action = action;
        }

        void advancePast(long nowMs) {
            dueMs += intervalMs * ((nowMs - dueMs) / intervalMs + 1);
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
