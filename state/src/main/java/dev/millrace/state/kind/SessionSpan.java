package dev.millrace.state.kind;

import dev.millrace.state.ByteCursor;
import dev.millrace.state.OrderedBytes;
import dev.millrace.state.StateTransaction;
import dev.millrace.state.kind.StoreSpec.WindowSpec;

/**
 * Which sessions of a store are still there: in terms of time, and of the buckets of its database.
 *
 * <p>The latest end moves with what is written. From that moment sessions that ended earlier, by the retention, are gone for
 * readers; the commit then drops the buckets that hold nothing else. The layout is drawn in {@link SessionLayout}.
 */
final class SessionSpan {
    private static final long NO_BUCKET = Long.MIN_VALUE;

    private final SessionLayout layout;
    private final long retentionMs;
    private long latestEndMs = -1;
    private long firstBucket = Long.MAX_VALUE;
    private long lastBucket = NO_BUCKET;

    SessionSpan(WindowSpec sessions, SessionLayout layout) {
        this.layout = layout;
        this.retentionMs = sessions.retentionMs();
    }

    // ---- time ----

    void advanceTo(long endMs) {
        latestEndMs = Math.max(latestEndMs, endMs);
    }

    /** The oldest end that is still there. */
    long earliestEndMs() {
        return Math.max(0, latestEndMs - retentionMs + 1);
    }

    // ---- buckets ----

    /** A session was written. */
    void note(long endMs) {
        advanceTo(endMs);
        noteBucket(layout.bucketOf(endMs));
    }

    /** Takes note of what a database has. */
    void note(OrderedBytes database) {
        noteFirst(database, false);
        noteFirst(database, true);
    }

    private void noteFirst(OrderedBytes database, boolean descending) {
        try (ByteCursor cursor = database.scan(null, null, descending)) {
            if (cursor.next()) {
                noteBucket(SessionLayout.bucket(cursor.key()));
            }
        }
    }

    private void noteBucket(long bucket) {
        firstBucket = Math.min(firstBucket, bucket);
        lastBucket = Math.max(lastBucket, bucket);
    }

    boolean empty() {
        return firstBucket > lastBucket;
    }

    long firstBucket() {
        return firstBucket;
    }

    long lastBucket() {
        return lastBucket;
    }

    /** The bucket behind all that were written, 0 if none was. */
    long nextBucket() {
        return lastBucket == NO_BUCKET ? 0 : lastBucket + 1;
    }

    // ---- expiry ----

    /** The first bucket that may hold a session that is still there. */
    long firstLiveBucket() {
        return layout.bucketOf(Math.max(0, latestEndMs - retentionMs));
    }

    boolean hasExpiredBuckets() {
        return firstBucket < firstLiveBucket();
    }

    /** Drops the buckets that hold nothing but what is gone; a store that the user supplied does so itself. */
    void dropExpired(StateTransaction batch, OrderedBytes database) {
        if (hasExpiredBuckets() && !(database instanceof SuppliedContent)) {
            batch.deleteRange(
                    database, SessionLayout.bucketStart(firstBucket), SessionLayout.bucketStart(firstLiveBucket()));
        }
    }

    /** The expired buckets are dropped. */
    void droppedExpired() {
        firstBucket = Math.max(firstBucket, firstLiveBucket());
    }
}
