package dev.millrace.state.session;

import dev.millrace.state.bucket.BucketWalk;
import dev.millrace.state.bucket.RowScan;

/** A walk as the database has it: bucket by bucket, within each by key, end, start. All reversed if descending. */
final class SessionWalk extends SessionCursor {
    private final BucketWalk walk;

    /** @param firstBucket where the walk begins; greater than {@code lastBucket} if it is descending */
    SessionWalk(RowScan rows, SessionRange range, SessionLayout layout, long firstBucket, long lastBucket) {
        this.walk =
                new BucketWalk(rows, new Wanted(range, layout), range.descending, range.after, firstBucket, lastBucket);
    }

    private record Wanted(SessionRange range, SessionLayout layout) implements BucketWalk.Wanted {

        @Override
        public byte[] from(long bucket) {
            byte[] key = range.onlyKey();
            return key == null
                    ? SessionLayout.lowest(bucket, range.keyFrom)
                    : SessionLayout.lowest(bucket, key, Math.max(0, range.endFromMs));
        }

        @Override
        public byte[] behind(long bucket) {
            byte[] key = range.onlyKey();
            return key == null ? layout.behindHighest(bucket, range.keyTo) : layout.behindAll(bucket, key);
        }

        @Override
        public boolean contains(byte[] place) {
            return range.contains(place);
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
    public void close() {
        walk.close();
    }
}
