package dev.millrace.state.session;

import dev.millrace.state.bucket.Buckets;
import dev.millrace.state.bucket.RowScan;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.StoreSpec.WindowSpec;
import dev.millrace.state.session.SortedSessions.Found;
import java.util.Comparator;

/**
 * Which sessions of a store are still there: in terms of time, and of the buckets of its database.
 *
 * <p>The latest end moves with what is written. From that moment sessions that ended earlier, by the retention, are gone for
 * readers; the commit then drops the buckets that hold nothing else. The layout is drawn in {@link SessionLayout}.
 */
final class SessionSpan {
    private final SessionLayout layout;
    private final Buckets buckets = new Buckets();
    private final long retentionMs;

    /** How far a session's end may lie behind the latest one. */
    private long oldestAgeMs;

    private long latestEndMs = -1;
    private long latestEmittedEndMs = -1;

    SessionSpan(WindowSpec sessions, SessionLayout layout) {
        this.layout = layout;
        this.retentionMs = sessions.retentionMs();
        this.oldestAgeMs = retentionMs - 1;
    }

    // ---- time ----

    void keepLonger(long byMs) {
        oldestAgeMs = retentionMs + byMs;
    }

    void advanceTo(long endMs) {
        latestEndMs = Math.max(latestEndMs, endMs);
    }

    /** The oldest end that is still there. */
    long earliestEndMs() {
        return Math.max(0, latestEndMs - oldestAgeMs);
    }

    /** Whether a session that ends then is as old as the retention to the millisecond. */
    boolean isOnTheEdge(long endMs) {
        return endMs >= 0 && endMs == latestEndMs - retentionMs;
    }

    /** A session came from the changelog. */
    void restored(long endMs) {
        advanceTo(endMs);
        latestEmittedEndMs = Math.max(latestEmittedEndMs, endMs);
    }

    // ---- what was emitted ----

    /** A session is about to be emitted. */
    void emitted(byte[] place) {
        latestEmittedEndMs = Math.max(latestEmittedEndMs, SessionLayout.endMs(place));
    }

    /** Whether a session is retained, by what was emitted so far. */
    boolean isRetained(byte[] place) {
        return SessionLayout.endMs(place) > latestEmittedEndMs - retentionMs;
    }

    /** The oldest end that is retained, by what was emitted so far, and still there. */
    long earliestRetainedEndMs() {
        return Math.max(earliestEndMs(), latestEmittedEndMs - retentionMs + 1);
    }

    // ---- buckets ----

    /** A session was written. */
    void note(long endMs) {
        advanceTo(endMs);
        buckets.note(layout.bucketOf(endMs));
    }

    /** Takes note of what a database has. */
    void note(OrderedBytes database) {
        buckets.note(database);
    }

    boolean empty() {
        return buckets.empty();
    }

    long firstBucket() {
        return buckets.first();
    }

    /** The bucket behind all that were written, 0 if none was. */
    long nextBucket() {
        return buckets.next();
    }

    // ---- expiry ----

    /** The first bucket that may hold a session that is still there. */
    long firstLiveBucket() {
        return layout.bucketOf(Math.max(0, latestEndMs - Math.max(retentionMs, oldestAgeMs)));
    }

    boolean hasExpiredBuckets() {
        return buckets.anyBefore(firstLiveBucket());
    }

    /** Drops the buckets that hold nothing but what is gone. */
    void dropExpired(StateTransaction batch, OrderedBytes database) {
        buckets.dropBefore(firstLiveBucket(), batch, database);
    }

    /** The expired buckets are dropped. */
    void droppedExpired() {
        buckets.droppedBefore(firstLiveBucket());
    }

    // ---- walks ----

    /** The sessions of a range, by bucket, key and end. */
    SessionWalk walk(RowScan rows, SessionRange range) {
        return range.descending
                ? new SessionWalk(rows, range, layout, high(range), low(range))
                : new SessionWalk(rows, range, layout, low(range), high(range));
    }

    /** The sessions of a range in another order, whose first criterion is the end. */
    SessionCursor sorted(RowScan rows, SessionRange range, Comparator<Found> order) {
        SessionRange whole = range.fromTheBeginning();
        long first = range.descending ? high(range) : low(range);
        long last = range.descending ? low(range) : high(range);
        return new SortedSessions(
                bucket -> SortedSessions.rest(new SessionWalk(rows, whole, layout, bucket, bucket)),
                range,
                order,
                first,
                last);
    }

    private long low(SessionRange range) {
        long low = Math.max(buckets.first(), layout.bucketOf(range.endFromMs));
        return range.after == null || range.descending ? low : Math.max(low, SessionLayout.bucket(range.after));
    }

    private long high(SessionRange range) {
        long high = range.empty() ? low(range) - 1 : Math.min(buckets.last(), layout.bucketOf(range.endToMs));
        return range.after == null || !range.descending ? high : Math.min(high, SessionLayout.bucket(range.after));
    }
}
