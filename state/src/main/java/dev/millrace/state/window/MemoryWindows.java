package dev.millrace.state.window;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.state.window.walk.WindowCursor;
import dev.millrace.state.window.walk.WindowLayout;
import dev.millrace.state.window.walk.WindowRange;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A window store in memory: its windows lie in {@link WindowMemory} until they expire, and nowhere else.
 *
 * <p><b>No database.</b> What a task's database on the heap is good at, a consistent state to go back to, a store in memory never
 * needs: after a failure it is made anew from the changelog. A second copy of each window would be the collector's work. So a commit only
 * logs, restoring writes to memory at once, and the budget, which says how much of a database is kept near, does not count these
 * windows.
 */
public final class MemoryWindows extends Windows {
    private static final int PARTS_OF_RETENTION = 2;

    private long nextExpiryMs;

    public MemoryWindows(StoreSpec spec, StoreHost host) {
        super(spec, host, host.database(spec.name(), false), new MemoryBudget(Long.MAX_VALUE, 0).open());
        noteUpdates();
    }

    // ---- many windows ----

    @Override
    public WindowCursor scan(WindowRange range) {
        return new MemoryCursor(memory, span, range, false);
    }

    @Override
    public WindowCursor scanCommitted(WindowRange range) {
        return new MemoryCursor(memory, span, range, true);
    }

    // ---- commit ----

    @Override
    public boolean canWriteLater() {
        return true;
    }

    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        if (changelog != null) {
            log(changelog, sink);
        }
    }

    @Override
    public void logged() {
        committed();
    }

    @Override
    public void committed() {
        memory.written();
        forgetHeaders();
        expire();
    }

    /** Goes through all keys, so not with every commit. */
    private void expire() {
        if (earliestStartMs() >= nextExpiryMs) {
            span.droppedExpired();
            memory.expire(earliestStartMs());
            nextExpiryMs = earliestStartMs() + span.retentionMs() / PARTS_OF_RETENTION;
        }
    }

    // ---- restore ----

    @Override
    public void restore(
            StateTransaction batch, byte[] key, byte @Nullable [] value, long timestampMs, Headers recordHeaders) {
        long startMs = ChangelogFormat.windowStart(key);
        span.advanceTo(startMs);
        if (startMs >= earliestStartMs()) {
            span.note(startMs);
            byte[] stored = value == null ? null : values.stored(value, timestampMs, recordHeaders);
            memory.restore(WindowLayout.keyOfChangelogKey(key), startMs, stored);
        }
    }

    @Override
    public void stageRestored(StateTransaction batch) {}

    @Override
    public void restoredSome() {
        expire();
    }

    @Override
    public void restored() {
        expire();
    }
}
