package dev.millrace.state.kind;

import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.overlay.EntryCursor;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A walk as the database has it: bucket by bucket, within each by key, then start. Both reversed if descending. */
final class KeyOrderCursor extends WindowCursor {
    private final RowScan rows;
    private final WindowRange range;
    private final WindowLayout layout;
    private final long lastBucket;
    private long bucket;
    private @Nullable EntryCursor open;

    /** @param firstBucket where the walk begins; greater than {@code lastBucket} if it is descending */
    KeyOrderCursor(RowScan rows, WindowRange range, WindowLayout layout, long firstBucket, long lastBucket) {
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
                if (isWanted(cursor.key())) {
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
        byte[] from = range.oneKey()
                ? WindowLayout.lowest(bucket, Objects.requireNonNull(range.keyFrom), range.fromMs)
                : WindowLayout.lowest(bucket, range.keyFrom);
        byte[] to = WindowLayout.behindHighest(bucket, range.keyTo, layout.latestStart(bucket, range.toMs));
        byte[] after = range.after;
        if (after != null && WindowLayout.bucket(after) == bucket) {
            if (range.descending) {
                to = after;
            } else {
                from = Arrays.copyOf(after, after.length + 1);
            }
        }
        open = rows.scan(from, to, range.descending);
        return true;
    }

    private boolean isWanted(byte[] place) {
        long startMs = ChangelogFormat.windowStart(place);
        return startMs >= range.fromMs && startMs <= range.toMs && range.contains(place);
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
    public long timestamp() {
        return Objects.requireNonNull(open).timestamp();
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
        }
    }
}
