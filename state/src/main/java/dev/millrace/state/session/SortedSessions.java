package dev.millrace.state.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A walk in another order than the database's: what is wanted of a bucket is read and sorted before the first of it is shown,
 * never more than a bucket at a time.
 */
final class SortedSessions extends SessionCursor {
    /** By end; in memory, later starts come first. */
    static final Comparator<Found> BY_END_KEY_START = Comparator.comparingLong(
                    (Found found) -> SessionLayout.endMs(found.place))
            .thenComparing(Found::place, SessionLayout::compareKeys)
            .thenComparing(Comparator.comparingLong((Found found) -> SessionLayout.startMs(found.place))
                    .reversed());

    static final Comparator<Found> BY_END_START_KEY = ((Comparator<Found>)
                    (a, b) -> SessionLayout.compareTimes(a.place, b.place))
            .thenComparing(Found::place, SessionLayout::compareKeys);

    private final LongFunction<List<Found>> buckets;
    private final long lastBucket;
    private final int step;
    private final Comparator<Found> order;
    private final @Nullable Found after;
    private long bucket;
    private Iterator<Found> sorted = List.<Found>of().iterator();
    private @Nullable Found current;

    /** One session that was read. */
    static final class Found {
        private final byte[] place;
        private final Object held;

        Found(byte[] place, Object held) {
            this.place = place;
            this.held = held;
        }

        /** Where it is. Not to be changed. */
        byte[] place() {
            return place;
        }

        /** Its value in its held form. */
        Object held() {
            return held;
        }
    }

    /**
     * @param buckets reads what is wanted of one bucket
     * @param firstBucket where the walk begins; greater than {@code lastBucket} if it is descending
     */
    SortedSessions(
            LongFunction<List<Found>> buckets,
            SessionRange range,
            Comparator<Found> order,
            long firstBucket,
            long lastBucket) {
        this.buckets = buckets;
        this.bucket = firstBucket;
        this.lastBucket = lastBucket;
        this.step = range.descending ? -1 : 1;
        this.order = range.descending ? order.reversed() : order;
        this.after = range.after == null ? null : new Found(range.after, range.after);
    }

    /** All that is left of a walk. */
    static List<Found> rest(SessionCursor cursor) {
        List<Found> found = new ArrayList<>();
        try (cursor) {
            while (cursor.next()) {
                found.add(new Found(cursor.place(), cursor.held()));
            }
        }
        return found;
    }

    @Override
    public boolean next() {
        while (!sorted.hasNext()) {
            if (step > 0 ? bucket > lastBucket : bucket < lastBucket) {
                current = null;
                return false;
            }
            sorted = buckets.apply(bucket).stream()
                    .filter(found -> after == null || order.compare(found, after) > 0)
                    .sorted(order)
                    .iterator();
            bucket += step;
        }
        current = sorted.next();
        return true;
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
    public void close() {}
}
