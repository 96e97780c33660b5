package dev.millrace.state.kind;

import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.rows.Row;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How the keys of a window store lie in its database.
 *
 * <pre>
 *   | bucket: 8 | key ... | window start: 8 | number: 4 |       bucket = window start / bucket length
 *               '------- the changelog's record key ----'
 * </pre>
 *
 * Big-endian, so bytes sort by bucket, then key, then start: the windows of one key lie together within a bucket, and what
 * expires is a range at the front that goes with one delete. A bucket is half the retention long, at least a minute, so the
 * live windows lie in three buckets or four.
 */
final class WindowLayout {
    private static final long SHORTEST_BUCKET_MS = 60_000;
    private static final int SUFFIX_BYTES = ChangelogFormat.WINDOW_SUFFIX_BYTES;

    private final long bucketMs;

    WindowLayout(long retentionMs) {
        this.bucketMs = Math.max(retentionMs / 2, SHORTEST_BUCKET_MS);
    }

    long bucketOf(long windowStartMs) {
        return Math.floorDiv(windowStartMs, bucketMs);
    }

    /** The latest start up to {@code toMs} that a bucket can hold. */
    long latestStart(long bucket, long toMs) {
        return bucketOf(toMs) == bucket ? toMs : (bucket + 1) * bucketMs - 1;
    }

    /** The first start that a bucket can hold. */
    long firstStart(long bucket) {
        return bucket * bucketMs;
    }

    static int length(byte[] key) {
        return Long.BYTES + key.length + SUFFIX_BYTES;
    }

    /** Writes a whole key into {@code target}. */
    void put(byte[] target, byte[] key, long windowStartMs, int number) {
        ChangelogFormat.putLong(target, 0, bucketOf(windowStartMs));
        System.arraycopy(key, 0, target, Long.BYTES, key.length);
        ChangelogFormat.putWindowSuffix(target, Long.BYTES + key.length, windowStartMs, number);
    }

    byte[] of(byte[] key, long windowStartMs, int number) {
        byte[] whole = new byte[length(key)];
        put(whole, key, windowStartMs, number);
        return whole;
    }

    /** The place of a row that has a key. */
    byte[] of(byte[] key, Row row) {
        return of(key, row.startMs(), row.number());
    }

    /** The place of the same key and start with the next number. */
    byte[] next(byte[] place) {
        return of(key(place), ChangelogFormat.windowStart(place), ChangelogFormat.number(place) + 1);
    }

    /** The place of a changelog's record key. */
    byte[] ofChangelogKey(byte[] changelogKey) {
        byte[] whole = new byte[Long.BYTES + changelogKey.length];
        ChangelogFormat.putLong(whole, 0, bucketOf(ChangelogFormat.windowStart(changelogKey)));
        System.arraycopy(changelogKey, 0, whole, Long.BYTES, changelogKey.length);
        return whole;
    }

    static byte[] changelogKey(byte[] whole) {
        return Arrays.copyOfRange(whole, Long.BYTES, whole.length);
    }

    static byte[] key(byte[] whole) {
        return Arrays.copyOfRange(whole, Long.BYTES, whole.length - SUFFIX_BYTES);
    }

    static long bucket(byte[] whole) {
        return ChangelogFormat.timestampOf(whole);
    }

    static int compareKey(byte[] whole, byte[] key) {
        return Arrays.compareUnsigned(whole, Long.BYTES, whole.length - SUFFIX_BYTES, key, 0, key.length);
    }

    static int compareKeys(byte[] whole, byte[] other) {
        return Arrays.compareUnsigned(
                whole, Long.BYTES, whole.length - SUFFIX_BYTES, other, Long.BYTES, other.length - SUFFIX_BYTES);
    }

    /** Where a bucket begins. */
    static byte[] bucketStart(long bucket) {
        byte[] start = new byte[Long.BYTES];
        ChangelogFormat.putLong(start, 0, bucket);
        return start;
    }

    /** At or before the first entry of a bucket with a key from {@code key} on, null for any key. */
    static byte[] lowest(long bucket, byte @Nullable [] key) {
        return key == null ? bucketStart(bucket) : concat(bucket, key, key.length, 0);
    }

    /** As {@link #lowest}, for one key alone and a window that starts at {@code windowStartMs} or later. */
    static byte[] lowest(long bucket, byte[] key, long windowStartMs) {
        byte[] place = concat(bucket, key, key.length, SUFFIX_BYTES);
        ChangelogFormat.putWindowSuffix(place, Long.BYTES + key.length, windowStartMs, 0);
        return place;
    }

    /**
     * Behind the last entry of a bucket with a key up to {@code key} (null for any key) and a start up to
     * {@code windowStartMs}.
     *
     * <p>A shorter key sorts before {@code key}, but its start follows at once and may sort behind {@code key}'s own bytes:
     * so the end is the largest that any beginning of {@code key} can have.
     */
    static byte[] behindHighest(long bucket, byte @Nullable [] key, long windowStartMs) {
        if (key == null) {
            return bucketStart(bucket + 1);
        }
        byte[] highest = behind(bucket, key, key.length, windowStartMs);
        for (int length = key.length - 1; length >= 0; length--) {
            if ((key[length] & 0xff) <= windowStartMs >>> 56) {
                byte[] candidate = behind(bucket, key, length, windowStartMs);
                highest = Arrays.compareUnsigned(candidate, highest) > 0 ? candidate : highest;
            }
        }
        return highest;
    }

    /** The key that a walk from {@link #lowest(long, byte[], long)} is about, if it is about one for sure; else null. */
    static byte @Nullable [] oneKey(byte[] from, byte[] to) {
        boolean alike = to.length == from.length + 1
                && from.length >= Long.BYTES + SUFFIX_BYTES
                && Arrays.equals(from, 0, from.length - SUFFIX_BYTES, to, 0, from.length - SUFFIX_BYTES);
        return alike ? key(from) : null;
    }

    private static byte[] behind(long bucket, byte[] key, int length, long windowStartMs) {
        byte[] place = concat(bucket, key, length, SUFFIX_BYTES + 1);
        ChangelogFormat.putWindowSuffix(place, Long.BYTES + length, windowStartMs, -1);
        return place;
    }

    private static byte[] concat(long bucket, byte[] key, int length, int spare) {
        byte[] place = new byte[Long.BYTES + length + spare];
        ChangelogFormat.putLong(place, 0, bucket);
        System.arraycopy(key, 0, place, Long.BYTES, length);
        return place;
    }
}
