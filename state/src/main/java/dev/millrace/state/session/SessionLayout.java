package dev.millrace.state.session;

import dev.millrace.state.bucket.BucketLayout;
import dev.millrace.state.changelog.ChangelogFormat;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How the keys of a session store lie in its database.
 *
 * <pre>
 *   | bucket: 8 | key ... | session end: 8 | session start: 8 |       bucket = session end / bucket length
 *               '----------- the changelog's record key ------'
 * </pre>
 *
 * As in a window store (see {@code WindowLayout}), but for the end, which decides when a session is gone: what expires is a
 * range at the front.
 */
final class SessionLayout extends BucketLayout {
    private static final int SUFFIX_BYTES = ChangelogFormat.SESSION_SUFFIX_BYTES;

    SessionLayout(long retentionMs) {
        super(retentionMs);
    }

    /** The first end that falls into a bucket. */
    long firstEndMs(long bucket) {
        return firstMs(bucket);
    }

    /** The place of a session. */
    byte[] of(byte[] key, long startMs, long endMs) {
        byte[] place = concat(bucketOf(endMs), key, key.length, SUFFIX_BYTES);
        ChangelogFormat.putSessionSuffix(place, Long.BYTES + key.length, startMs, endMs);
        return place;
    }

    /** The place of a changelog's record key. */
    byte[] ofChangelogKey(byte[] changelogKey) {
        return concat(bucketOf(ChangelogFormat.sessionEnd(changelogKey)), changelogKey, changelogKey.length, 0);
    }

    static byte[] key(byte[] place) {
        return Arrays.copyOfRange(place, Long.BYTES, place.length - SUFFIX_BYTES);
    }

    static long startMs(byte[] place) {
        return ChangelogFormat.sessionStart(place);
    }

    static long endMs(byte[] place) {
        return ChangelogFormat.sessionEnd(place);
    }

    static int compareKey(byte[] place, byte[] key) {
        return Arrays.compareUnsigned(place, Long.BYTES, place.length - SUFFIX_BYTES, key, 0, key.length);
    }

    static int compareKeys(byte[] place, byte[] other) {
        return Arrays.compareUnsigned(
                place, Long.BYTES, place.length - SUFFIX_BYTES, other, Long.BYTES, other.length - SUFFIX_BYTES);
    }

    /** By end, then start. */
    static int compareTimes(byte[] place, byte[] other) {
        int byEnd = Long.compare(endMs(place), endMs(other));
        return byEnd != 0 ? byEnd : Long.compare(startMs(place), startMs(other));
    }

    /** As {@link #lowest(long, byte[])}, for one key alone and an end at {@code endMs} or later. */
    static byte[] lowest(long bucket, byte[] key, long endMs) {
        byte[] place = concat(bucket, key, key.length, SUFFIX_BYTES);
        ChangelogFormat.putSessionSuffix(place, Long.BYTES + key.length, 0, endMs);
        return place;
    }

    /** Behind the last entry of a bucket with this key. */
    byte[] behindAll(long bucket, byte[] key) {
        return behind(bucket, key, key.length);
    }

    /** The key that a walk from {@link #lowest(long, byte[], long)} to {@link #behindAll} is about; null for other walks. */
    static byte @Nullable [] oneKey(byte[] from, byte @Nullable [] to) {
        boolean alike = to != null
                && to.length == from.length + 1
                && from.length >= Long.BYTES + SUFFIX_BYTES
                && Arrays.equals(from, 0, from.length - SUFFIX_BYTES, to, 0, from.length - SUFFIX_BYTES);
        return alike ? key(from) : null;
    }

    /**
     * Behind the last entry of a bucket with a key up to {@code key}, null for any key. The largest that any beginning of
     * {@code key} can have: see {@code WindowLayout.behindHighest}.
     */
    byte[] behindHighest(long bucket, byte @Nullable [] key) {
        if (key == null) {
            return bucketStart(bucket + 1);
        }
        byte[] highest = behind(bucket, key, key.length);
        for (int length = key.length - 1; length >= 0; length--) {
            byte[] candidate = behind(bucket, key, length);
            highest = Arrays.compareUnsigned(candidate, highest) > 0 ? candidate : highest;
        }
        return highest;
    }

    private byte[] behind(long bucket, byte[] key, int length) {
        byte[] place = concat(bucket, key, length, SUFFIX_BYTES + 1);
        ChangelogFormat.putSessionSuffix(place, Long.BYTES + length, Long.MAX_VALUE, firstEndMs(bucket + 1) - 1);
        return place;
    }
}
