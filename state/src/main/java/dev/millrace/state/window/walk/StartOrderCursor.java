package dev.millrace.state.window.walk;

import dev.millrace.state.bucket.SortedBuckets;
import dev.millrace.state.changelog.ChangelogFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

/**
 * A walk by start, then key; reversed if descending. The database has the windows of a bucket by key, so this is only for scans
 * over several keys of a store in memory.
 */
final class StartOrderCursor extends WindowCursor {
    private static final Comparator<byte[]> BY_START = Comparator.comparingLong(ChangelogFormat::windowStart)
            .thenComparing(WindowLayout::compareKeys)
            .thenComparingInt(ChangelogFormat::number);

    private final SortedBuckets<Found> walk;

    /** One window that was read. */
    private static final class Found {
        final byte[] place;
        final Object held;
        final long timestamp;

        Found(byte[] place, Object held, long timestamp) {
            this.place = place;
            this.held = held;
            this.timestamp = timestamp;
        }
    }

    /**
     * @param buckets opens a walk over what is wanted of one bucket
     * @param firstBucket where the walk begins; greater than {@code lastBucket} if it is descending
     */
    StartOrderCursor(LongFunction<KeyOrderCursor> buckets, WindowRange range, long firstBucket, long lastBucket) {
        this.walk = new SortedBuckets<>(
                bucket -> read(buckets.apply(bucket)),
                (one, other) -> BY_START.compare(one.place, other.place),
                range.descending(),
                range.after() == null ? null : new Found(range.after(), range.after(), -1),
                firstBucket,
                lastBucket);
    }

    private static List<Found> read(KeyOrderCursor wanted) {
        List<Found> found = new ArrayList<>();
        try (wanted) {
            while (wanted.next()) {
                found.add(new Found(wanted.place(), wanted.held(), wanted.timestamp()));
            }
        }
        return found;
    }

    @Override
    public boolean next() {
        return walk.next();
    }

    @Override
    public byte[] place() {
        return walk.current().place;
    }

    @Override
    public Object held() {
        return walk.current().held;
    }

    @Override
    public long timestamp() {
        return walk.current().timestamp;
    }

    @Override
    public void close() {}
}
