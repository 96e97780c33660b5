package dev.millrace.state.versioned;

import dev.millrace.state.changelog.ChangelogFormat;

/**
 * Where a versioned store's rows lie in its database.
 *
 * <pre>
 *   history   | 0 | bucket: 8 | key ... |      what ended in the bucket's span of time; bucket = end / bucket length
 *   latest    | 1 | key ... |                  the version that still holds
 *   time      | 2 |                            the highest timestamp seen: 8
 * </pre>
 *
 * Big-endian. Whatever ended in the same span lies together, so the past expires as a range at the front that goes with one
 * delete, while the latest version of a key stays for ever.
 */
final class VersionLayout {
    static final byte[] TIME = {2};
    static final byte[] LATEST_START = {1};
    static final byte[] HISTORY_START = {0};
    private static final int HISTORY_PREFIX_BYTES = 1 + Long.BYTES;
    private static final long SHORTEST_BUCKET_MS = 60_000;

    private final long bucketMs;
    private byte[] scratch = new byte[64];

    VersionLayout(long retentionMs) {
        this.bucketMs = Math.max(retentionMs / 2, SHORTEST_BUCKET_MS);
    }

    long bucketOf(long endMs) {
        return Math.floorDiv(endMs, bucketMs);
    }

    /** The first place of a bucket. */
    static byte[] bucketStart(long bucket) {
        byte[] start = new byte[HISTORY_PREFIX_BYTES];
        ChangelogFormat.putLong(start, 1, bucket);
        return start;
    }

    /** The bucket of a place in the history. */
    static long bucketAt(byte[] place) {
        return ChangelogFormat.longAt(place, 1);
    }

    /** The buffer in which the last place was put. */
    byte[] scratch() {
        return scratch;
    }

    /** Puts the place of a key's latest version into the buffer; returns its length. */
    int putLatest(byte[] key) {
        int length = 1 + key.length;
        reserve(length);
        scratch[0] = LATEST_START[0];
        System.arraycopy(key, 0, scratch, 1, key.length);
        return length;
    }

    /** Puts the place of a key's history in a bucket into the buffer; returns its length. */
    int putHistory(byte[] key, long bucket) {
        int length = HISTORY_PREFIX_BYTES + key.length;
        reserve(length);
        scratch[0] = HISTORY_START[0];
        ChangelogFormat.putLong(scratch, 1, bucket);
        System.arraycopy(key, 0, scratch, HISTORY_PREFIX_BYTES, key.length);
        return length;
    }

    /** The overlay keeps an array that fits exactly, so the buffer must never be one. */
    private void reserve(int length) {
        if (scratch.length <= length) {
            scratch = new byte[2 * length];
        }
    }
}
