package dev.millrace.state.session;

import dev.millrace.state.bucket.SortedBuckets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

/** A walk in another order than the database's. */
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

    private final SortedBuckets<Found> walk;

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
        this.walk = new SortedBuckets<>(
                buckets,
                order,
                range.descending,
                range.after == null ? null : new Found(range.after, range.after),
                firstBucket,
                lastBucket);
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
    public void close() {}
}
