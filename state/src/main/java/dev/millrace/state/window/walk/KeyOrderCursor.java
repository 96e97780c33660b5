package dev.millrace.state.window.walk;

import dev.millrace.state.bucket.BucketWalk;
import dev.millrace.state.bucket.RowScan;
import dev.millrace.state.changelog.ChangelogFormat;
import java.util.Objects;

/** A walk as the database has it: bucket by bucket, within each by key, then start. Both reversed if descending. */
final class KeyOrderCursor extends WindowCursor {
    private final BucketWalk walk;

    /** @param firstBucket where the walk begins; greater than {@code lastBucket} if it is descending */
    KeyOrderCursor(RowScan rows, WindowRange range, WindowLayout layout, long firstBucket, long lastBucket) {
        this.walk = new BucketWalk(
                rows, new Wanted(range, layout), range.descending(), range.after(), firstBucket, lastBucket);
    }

    private record Wanted(WindowRange range, WindowLayout layout) implements BucketWalk.Wanted {

        @Override
        public byte[] from(long bucket) {
            return range.oneKey()
                    ? WindowLayout.lowest(bucket, Objects.requireNonNull(range.keyFrom()), range.fromMs())
                    : WindowLayout.lowest(bucket, range.keyFrom());
        }

        @Override
        public byte[] behind(long bucket) {
            return WindowLayout.behindHighest(bucket, range.keyTo(), layout.latestStart(bucket, range.toMs()));
        }

        @Override
        public boolean contains(byte[] place) {
            long startMs = ChangelogFormat.windowStart(place);
            return startMs >= range.fromMs() && startMs <= range.toMs() && range.contains(place);
        }
    }

    @Override
    public boolean next() {
        return walk.next();
    }

    @Override
    public byte[] place() {
        return walk.row().key();
    }

    @Override
    public Object held() {
        return walk.row().held();
    }

    @Override
    public long timestamp() {
        return walk.row().timestamp();
    }

    @Override
    public void close() {
        walk.close();
    }
}
