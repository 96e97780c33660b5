package dev.millrace.state.window;

import dev.millrace.state.changelog.ChangelogFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A walk by start, then key; reversed if descending.
 *
 * <p>The database has the windows of a bucket by key. A bucket's windows are therefore read and sorted before the first of
 * them is shown: never more than a bucket at a time, and only for scans over several keys of a store in memory.
 */
final class StartOrderCursor extends WindowCursor {
    private static final Comparator<byte[]> BY_START = Comparator.comparingLong(ChangelogFormat::windowStart)
            .thenComparing(WindowLayout::compareKeys)
            .thenComparingInt(ChangelogFormat::number);

    private final LongFunction<KeyOrderCursor> buckets;
    private final long lastBucket;
    private final int step;
    private final Comparator<byte[]> order;
    private final byte @Nullable [] after;
    private long bucket;
    private Iterator<Found> sorted = List.<Found>of().iterator();
    private @Nullable Found current;

    /** One window that was read. */
    private static final class Found {
        final byte[] place;
        final Object held;
        final long timestamp;

        Found(WindowCursor cursor) {
            this.place = cursor.place();
            this.held = cursor.held();
            this.timestamp = cursor.timestamp();
        }
    }

    /**
     * @param buckets opens a walk over what is wanted of one bucket
     * @param firstBucket where the walk begins; greater than {@code lastBucket} if it is descending
     */
    StartOrderCursor(LongFunction<KeyOrderCursor> buckets, WindowRange range, long firstBucket, long lastBucket) {
        this.buckets = buckets;
        this.bucket = firstBucket;
        this.lastBucket = lastBucket;
        this.step = range.descending ? -1 : 1;
        this.order = range.descending ? BY_START.reversed() : BY_START;
        this.after = range.after;
    }

    @Override
    public boolean next() {
        while (!sorted.hasNext()) {
            if (step > 0 ? bucket > lastBucket : bucket < lastBucket) {
                current = null;
                return false;
            }
            sorted = readBucket().iterator();
            bucket += step;
        }
        current = sorted.next();
        return true;
    }

    private List<Found> readBucket() {
        List<Found> found = new ArrayList<>();
        try (KeyOrderCursor cursor = buckets.apply(bucket)) {
            while (cursor.next()) {
                if (after == null || order.compare(cursor.place(), after) > 0) {
                    found.add(new Found(cursor));
                }
            }
        }
        found.sort((a, b) -> order.compare(a.place, b.place));
        return found;
    }

    @Override
    public byte[] place() {
        return Objects.requireNonNull(current).place;
    }

    @Override
    public Object held() {
        return Objects.requireNonNull(current).held;
    }

    @Override
    public long timestamp() {
        return Objects.requireNonNull(current).timestamp;
    }

    @Override
    public void close() {}
}
