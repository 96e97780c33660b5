package dev.millrace.state.window.walk;

import dev.millrace.state.bucket.BucketLayout;
import dev.millrace.state.changelog.ChangelogFormat;
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
 * So the windows of one key lie together within a bucket, by their start.
 */
public final class WindowLayout extends BucketLayout {
    private static final int SUFFIX_BYTES = ChangelogFormat.WINDOW_SUFFIX_BYTES;

    public WindowLayout(long retentionMs) {
        super(retentionMs);
    }

    /** The latest start up to {@code toMs} that a bucket can hold. */
    long latestStart(long bucket, long toMs) {
        return bucketOf(toMs) == bucket ? toMs : firstMs(bucket + 1) - 1;
    }

    /** How long a place is. */
    public static int length(byte[] key) {
        return Long.BYTES + key.length + SUFFIX_BYTES;
    }

    /** Writes a whole key into {@code target}. */
    void put(byte[] target, byte[] key, long windowStartMs, int number) {
        ChangelogFormat.putLong(target, 0, bucketOf(windowStartMs));
        System.arraycopy(key, 0, target, Long.BYTES, key.length);
        ChangelogFormat.putWindowSuffix(target, Long.BYTES + key.length, windowStartMs, number);
    }

    /** The place of a window. */
    public byte[] of(byte[] key, long windowStartMs, int number) {
        byte[] whole = new byte[length(key)];
        put(whole, key, windowStartMs, number);
        return whole;
    }

    /** The place of the same key and start with the next number. */
    public byte[] next(byte[] place) {
        return of(key(place), ChangelogFormat.windowStart(place), ChangelogFormat.number(place) + 1);
    }

    /** The changelog's record key of a window. */
    public static byte[] changelogKey(byte[] key, long windowStartMs, int number) {
        byte[] whole = Arrays.copyOf(key, key.length + SUFFIX_BYTES);
        ChangelogFormat.putWindowSuffix(whole, key.length, windowStartMs, number);
        return whole;
    }

    /** The place of a changelog's record key. */
    public byte[] ofChangelogKey(byte[] changelogKey) {
        return concat(bucketOf(ChangelogFormat.windowStart(changelogKey)), changelogKey, changelogKey.length, 0);
    }

    /** The key in a changelog's record key. */
    public static byte[] keyOfChangelogKey(byte[] changelogKey) {
        return Arrays.copyOf(changelogKey, changelogKey.length - SUFFIX_BYTES);
    }

    /** The key of a place. */
    public static byte[] key(byte[] whole) {
        return Arrays.copyOfRange(whole, Long.BYTES, whole.length - SUFFIX_BYTES);
    }

    /** Compares the key of a place with another. */
    public static int compareKey(byte[] whole, byte[] key) {
        return Arrays.compareUnsigned(whole, Long.BYTES, whole.length - SUFFIX_BYTES, key, 0, key.length);
    }

    /** Compares the keys of two places. */
    public static int compareKeys(byte[] whole, byte[] other) {
        return Arrays.compareUnsigned(
                whole, Long.BYTES, whole.length - SUFFIX_BYTES, other, Long.BYTES, other.length - SUFFIX_BYTES);
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
    public static byte @Nullable [] oneKey(byte[] from, byte[] to) {
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
}
