package dev.millrace.state.bucket;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A walk in another order than the database's: what is wanted of a bucket is read and sorted before the first of it is shown,
 * never more than a bucket at a time.
 *
 * @param <R> what is walked over
 */
public final class SortedBuckets<R> {
    private final LongFunction<List<R>> buckets;
    private final Comparator<R> order;
    private final @Nullable R after;
    private final long lastBucket;
    private final int step;
    private long bucket;
    private Iterator<R> sorted = List.<R>of().iterator();
    private @Nullable R current;

    /**
     * A walk from one bucket to another.
     *
     * @param buckets reads what is wanted of one bucket
     * @param order within a bucket; reversed if descending
     * @param after behind what the walk goes on; null if it begins
     * @param firstBucket where the walk begins; greater than {@code lastBucket} if it is descending
     */
    public SortedBuckets(
            LongFunction<List<R>> buckets,
            Comparator<R> order,
            boolean descending,
            @Nullable R after,
            long firstBucket,
            long lastBucket) {
        this.buckets = buckets;
        this.order = descending ? order.reversed() : order;
        this.after = after;
        this.bucket = firstBucket;
        this.lastBucket = lastBucket;
        this.step = descending ? -1 : 1;
    }

    /** Moves to the next; false if there is none, and from then on. */
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

    /** What the walk is at. */
    public R current() {
        return Objects.requireNonNull(current);
    }
}
