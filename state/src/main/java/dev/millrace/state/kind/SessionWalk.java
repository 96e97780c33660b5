package dev.millrace.state.kind;

import dev.millrace.state.overlay.EntryCursor;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A walk as the database has it: bucket by bucket, within each by key, end, start. All reversed if descending. */
final class SessionWalk extends SessionCursor {
    private final RowScan rows;
    private final SessionRange range;
    private final SessionLayout layout;
    private final long lastBucket;
    private long bucket;
    private @Nullable EntryCursor open;

    /** @param firstBucket where the walk begins; greater than {@code lastBucket} if it is descending */
    SessionWalk(RowScan rows, SessionRange range, SessionLayout layout, long firstBucket, long lastBucket) {
        this.rows = rows;
        this.range = range;
        this.layout = layout;
        this.bucket = firstBucket;
        this.lastBucket = lastBucket;
    }

    @Override
    public boolean next() {
        while (open != null || openBucket()) {
            EntryCursor cursor = Objects.requireNonNull(open);
            while (cursor.next()) {
                if (range.contains(cursor.key())) {
                    return true;
                }
            }
            cursor.close();
            open = null;
            bucket += range.descending ? -1 : 1;
        }
        return false;
    }

    private boolean openBucket() {
        if (range.descending ? bucket < lastBucket : bucket > lastBucket) {
            return false;
        }
        byte[] key = range.onlyKey();
        byte[] from = key == null
                ? SessionLayout.lowest(bucket, range.keyFrom)
                : SessionLayout.lowest(bucket, key, Math.max(0, range.endFromMs));
        byte[] to = key == null ? layout.behindHighest(bucket, range.keyTo) : layout.behindAll(bucket, key);
        byte[] after = range.after;
        if (after != null && SessionLayout.bucket(after) == bucket) {
            if (range.descending) {
                to = after;
            } else {
                from = Arrays.copyOf(after, after.length + 1);
            }
        }
        open = rows.scan(from, to, range.descending);
        return true;
    }

    @Override
    public byte[] place() {
        return Objects.requireNonNull(open).key();
    }

    @Override
    public Object held() {
        return Objects.requireNonNull(open).held();
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
        }
    }
}
