package dev.millrace.state.bucket;

import dev.millrace.state.overlay.EntryCursor;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A walk over rows as the database has them: bucket by bucket, within each by place. Both reversed if descending. */
public final class BucketWalk {
    private final RowScan rows;
    private final Wanted wanted;
    private final boolean descending;
    private final byte @Nullable [] after;
    private final long lastBucket;
    private long bucket;
    private @Nullable EntryCursor open;

    /** What is walked over. */
    public interface Wanted {
        /** Where the wanted rows of a bucket begin. */
        byte[] from(long bucket);

        /** What is behind the wanted rows of a bucket. */
        byte[] behind(long bucket);

        /** Whether a row in between is wanted. */
        boolean contains(byte[] place);
    }

    /**
     * @param after the place behind which the walk goes on; null if it begins
     * @param firstBucket where the walk begins; greater than {@code lastBucket} if it is descending
     */
    public BucketWalk(
            RowScan rows,
            Wanted wanted,
            boolean descending,
            byte @Nullable [] after,
            long firstBucket,
            long lastBucket) {
        this.rows = rows;
        this.wanted = wanted;
        this.descending = descending;
        this.after = after;
        this.bucket = firstBucket;
        this.lastBucket = lastBucket;
    }

    /** Moves to the next row; false if there is none. */
    public boolean next() {
        while (open != null || openBucket()) {
            EntryCursor cursor = Objects.requireNonNull(open);
            while (cursor.next()) {
                if (wanted.contains(cursor.key())) {
                    return true;
                }
            }
            cursor.close();
            open = null;
            bucket += descending ? -1 : 1;
        }
        return false;
    }

    private boolean openBucket() {
        if (descending ? bucket < lastBucket : bucket > lastBucket) {
            return false;
        }
        byte[] from = wanted.from(bucket);
        byte[] behind = wanted.behind(bucket);
        if (after != null && BucketLayout.bucket(after) == bucket) {
            if (descending) {
                behind = after;
            } else {
                from = Arrays.copyOf(after, after.length + 1);
            }
        }
        open = rows.scan(from, behind, descending);
        return true;
    }

    /** The row here. */
    public EntryCursor row() {
        return Objects.requireNonNull(open);
    }

    public void close() {
        if (open != null) {
            open.close();
        }
    }
}
