package dev.millrace.state.bucket;

import dev.millrace.state.changelog.ChangelogFormat;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How keys lie in a database of which the oldest part is dropped again and again: by buckets of time.
 *
 * <pre>
 *   | bucket: 8 | key ... | times |       bucket = time / bucket length
 *               '- the changelog's record key
 * </pre>
 *
 * Big-endian, so bytes sort by bucket, then key: what expires is a range at the front that goes with one delete. A bucket is half
 * the retention long, at least a minute, so what is live lies in three buckets or four.
 */
public abstract class BucketLayout {
    private static final long SHORTEST_BUCKET_MS = 60_000;

    private final long bucketMs;

    protected BucketLayout(long retentionMs) {
        this.bucketMs = Math.max(retentionMs / 2, SHORTEST_BUCKET_MS);
    }

    /** The bucket that a time falls into. */
    public final long bucketOf(long timeMs) {
        return Math.floorDiv(timeMs, bucketMs);
    }

    /** The first time that falls into a bucket. */
    public final long firstMs(long bucket) {
        return bucket * bucketMs;
    }

    // ---- places ----

    /** The bucket of a place. */
    public static long bucket(byte[] place) {
        return ChangelogFormat.timestampOf(place);
    }

    /** Where a bucket begins. */
    public static byte[] bucketStart(long bucket) {
        byte[] start = new byte[Long.BYTES];
        ChangelogFormat.putLong(start, 0, bucket);
        return start;
    }

    /** At or before the first entry of a bucket with a key from {@code key} on, null for any key. */
    public static byte[] lowest(long bucket, byte @Nullable [] key) {
        return key == null ? bucketStart(bucket) : concat(bucket, key, key.length, 0);
    }

    /** What the changelog has as the key of a place's record. */
    public static byte[] changelogKey(byte[] place) {
        return Arrays.copyOfRange(place, Long.BYTES, place.length);
    }

    /** A bucket, the first bytes of a key, and room for more. */
    protected static byte[] concat(long bucket, byte[] key, int length, int spare) {
        byte[] place = new byte[Long.BYTES + length + spare];
        ChangelogFormat.putLong(place, 0, bucket);
        System.arraycopy(key, 0, place, Long.BYTES, length);
        return place;
    }
}
