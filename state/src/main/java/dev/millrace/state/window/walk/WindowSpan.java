package dev.millrace.state.window.walk;

import dev.millrace.state.bucket.Buckets;
import dev.millrace.state.bucket.RowScan;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.kstream.TimeWindow;

/**
 * Which windows of a store are still there: in terms of time, and of the buckets of its database.
 *
 * <p>The latest start moves with what is written. From that moment older windows, by the retention, are gone for readers; the
 * commit then drops the buckets that hold nothing else. The layout is drawn in {@link WindowLayout}.
 */
public final class WindowSpan {
    private final WindowLayout layout;
    private final Buckets buckets = new Buckets();
    private final long retentionMs;
    private final long sizeMs;
    private final boolean timeOrdered;
    private long latestStartMs = -1;

    public WindowSpan(StoreSpec.WindowSpec windows) {
        this.retentionMs = windows.retentionMs();
        this.sizeMs = windows.sizeMs();
        this.timeOrdered = windows.timeOrdered();
        this.layout = new WindowLayout(retentionMs);
    }

    public WindowLayout layout() {
        return layout;
    }

    /** The window that starts at a time. */
    public TimeWindow window(long startMs) {
        long endMs = startMs + sizeMs;
        return new TimeWindow(startMs, endMs < 0 ? Long.MAX_VALUE : endMs);
    }

    // ---- time ----

    public void advanceTo(long startMs) {
        latestStartMs = Math.max(latestStartMs, startMs);
    }

    public long latestStartMs() {
        return latestStartMs;
    }

    public long retentionMs() {
        return retentionMs;
    }

    /** The oldest start that is still there. */
    public long earliestStartMs() {
        return latestStartMs - retentionMs + (timeOrdered ? 0 : 1);
    }

    /** Whether windows are to be given by start, whatever their keys. */
    public boolean timeOrdered() {
        return timeOrdered;
    }

    // ---- buckets ----

    /** A window was written. */
    public void note(long startMs) {
        advanceTo(startMs);
        buckets.note(layout.bucketOf(startMs));
    }

    /** Takes note of what a database has. */
    public void note(OrderedBytes database) {
        buckets.note(database);
    }

    /** Whether no window was ever written. */
    public boolean empty() {
        return buckets.empty();
    }

    /** The first bucket in use, above all others if nothing was written yet. */
    public long firstBucket() {
        return buckets.first();
    }

    /** The bucket behind all that were written, 0 if none was. */
    public long nextBucket() {
        return buckets.next();
    }

    /** No window of the store starts later; -1 if there is none. */
    long lastStartMs() {
        return buckets.empty() ? -1 : layout.latestStart(buckets.last(), Long.MAX_VALUE);
    }

    // ---- expiry ----

    private long firstLiveBucket() {
        return layout.bucketOf(earliestStartMs());
    }

    /** Whether the bucket of a window is not expired, even if the window is. */
    public boolean isInLiveBucket(long startMs) {
        return layout.bucketOf(startMs) >= firstLiveBucket();
    }

    /** Whether buckets hold nothing but what is gone. */
    public boolean hasExpiredBuckets() {
        return buckets.anyBefore(firstLiveBucket());
    }

    /** Drops the expired buckets. */
    public void dropExpired(StateTransaction batch, OrderedBytes database) {
        buckets.dropBefore(firstLiveBucket(), batch, database);
    }

    /** The expired buckets are dropped. */
    public void droppedExpired() {
        buckets.droppedBefore(firstLiveBucket());
    }

    // ---- walks ----

    /**
     * The windows of a range that are still there, by bucket, key and start.
     *
     * @param byStart whether windows of several keys are to come by start, then key
     */
    public WindowCursor scan(RowScan rows, WindowRange range, boolean byStart) {
        WindowRange live = range.notBefore(Math.max(0, earliestStartMs()));
        long low = Math.max(buckets.first(), layout.bucketOf(live.fromMs()));
        long high = live.empty() ? low - 1 : Math.min(buckets.last(), layout.bucketOf(live.toMs()));
        byte[] after = range.after();
        if (after != null) {
            low = range.descending() ? low : Math.max(low, WindowLayout.bucket(after));
            high = range.descending() ? Math.min(high, WindowLayout.bucket(after)) : high;
        }
        long first = range.descending() ? high : low;
        long last = range.descending() ? low : high;
        if (!byStart || live.oneKey()) {
            return new KeyOrderCursor(rows, live, layout, first, last);
        }
        WindowRange whole = live.fromTheBeginning();
        return new StartOrderCursor(
                bucket -> new KeyOrderCursor(rows, whole, layout, bucket, bucket), live, first, last);
    }
}
