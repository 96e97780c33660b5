package dev.millrace.state.bucket;

import dev.millrace.state.database.ByteCursor;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.SuppliedContent;

/** The buckets of a store whose database is laid out by them ({@link BucketLayout}): from the first to the last in use. */
public final class Buckets {
    private static final long NONE = Long.MIN_VALUE;

    private long first = Long.MAX_VALUE;
    private long last = NONE;

    /** Something was written to a bucket. */
    public void note(long bucket) {
        first = Math.min(first, bucket);
        last = Math.max(last, bucket);
    }

    /** Takes note of what a database has; what lies before all buckets is none. */
    public void note(OrderedBytes database) {
        noteEnd(database, false);
        noteEnd(database, true);
    }

    private void noteEnd(OrderedBytes database, boolean descending) {
        try (ByteCursor cursor = database.scan(BucketLayout.bucketStart(0), null, descending)) {
            if (cursor.next()) {
                note(BucketLayout.bucket(cursor.key()));
            }
        }
    }

    public boolean empty() {
        return first > last;
    }

    /** Above all others if nothing was written yet. */
    public long first() {
        return first;
    }

    /** Below all others if nothing was written yet. */
    public long last() {
        return last;
    }

    /** The bucket behind all that were written, 0 if none was. */
    public long next() {
        return last == NONE ? 0 : last + 1;
    }

    // ---- expiry ----

    public boolean anyBefore(long bucket) {
        return first < bucket;
    }

    /** Drops the buckets before one; a store that the user supplied does so itself. */
    public void dropBefore(long bucket, StateTransaction batch, OrderedBytes database) {
        if (anyBefore(bucket) && !(database instanceof SuppliedContent)) {
            batch.deleteRange(database, BucketLayout.bucketStart(first), BucketLayout.bucketStart(bucket));
        }
    }

    /** The buckets before one are dropped. */
    public void droppedBefore(long bucket) {
        first = Math.max(first, bucket);
    }
}
