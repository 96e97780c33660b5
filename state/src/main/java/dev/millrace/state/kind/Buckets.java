package dev.millrace.state.kind;

import dev.millrace.state.ByteCursor;
import dev.millrace.state.OrderedBytes;
import dev.millrace.state.StateTransaction;

/** The buckets of a store whose database is laid out by them ({@link WindowLayout}, {@link SessionLayout}): from the first to the last in use. */
final class Buckets {
    private static final long NONE = Long.MIN_VALUE;

    private long first = Long.MAX_VALUE;
    private long last = NONE;

    /** Something was written to a bucket. */
    void note(long bucket) {
        first = Math.min(first, bucket);
        last = Math.max(last, bucket);
    }

    /** Takes note of what a database has; what lies before all buckets is none. */
    void note(OrderedBytes database) {
        noteEnd(database, false);
        noteEnd(database, true);
    }

    private void noteEnd(OrderedBytes database, boolean descending) {
        try (ByteCursor cursor = database.scan(WindowLayout.bucketStart(0), null, descending)) {
            if (cursor.next()) {
                note(WindowLayout.bucket(cursor.key()));
            }
        }
    }

    boolean empty() {
        return first > last;
    }

    /** Above all others if nothing was written yet. */
    long first() {
        return first;
    }

    /** Below all others if nothing was written yet. */
    long last() {
        return last;
    }

    /** The bucket behind all that were written, 0 if none was. */
    long next() {
        return last == NONE ? 0 : last + 1;
    }

    // ---- expiry ----

    boolean anyBefore(long bucket) {
        return first < bucket;
    }

    /** Drops the buckets before one; a store that the user supplied does so itself. */
    void dropBefore(long bucket, StateTransaction batch, OrderedBytes database) {
        if (anyBefore(bucket) && !(database instanceof SuppliedContent)) {
            batch.deleteRange(database, WindowLayout.bucketStart(first), WindowLayout.bucketStart(bucket));
        }
    }

    /** The buckets before one are dropped. */
    void droppedBefore(long bucket) {
        first = Math.max(first, bucket);
    }
}
