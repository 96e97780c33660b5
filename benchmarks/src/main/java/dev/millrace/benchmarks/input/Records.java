package dev.millrace.benchmarks.input;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The records that every harness feeds: 20-byte keys and 100-byte values, the same at the same number in every run; a stream
 * whose keys are drawn at random, and a table with one row for each key.
 */
public final class Records {
    /** How many records of the stream have the same event time. */
    public static final int PER_MS = 50;

    private static final int VALUES = 1_000;

    private final byte[][] keys;
    private final byte[][] values = new byte[VALUES][];
    private final Distribution distribution;

    /** How often each key comes. */
    public enum Distribution {
        UNIFORM,
        /** The k-th most frequent key comes about 1/k times as often as the first. */
        ZIPF
    }

    public Records(int keyCount, Distribution distribution) {
        this.distribution = distribution;
        keys = new byte[keyCount][];
        for (int i = 0; i < keyCount; i++) {
            keys[i] = ascii(String.format(Locale.ROOT, "key-%016d", i));
        }
        for (int i = 0; i < VALUES; i++) {
            values[i] = ascii(String.format(Locale.ROOT, (char) ('a' + i % 26) + "%099d", i));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public int keyCount() {
        return keys.length;
    }

    /** The key of a row of the table. */
    public byte[] rowKey(int row) {
        return keys[row];
    }

    /** The key of a record of the stream. */
    public byte[] key(long number) {
        return keys[keyNumber(mix(number) >>> 1)];
    }

    /** The value of a record of the stream, or of a row. */
    public byte[] value(long number) {
        return values[(int) (number % VALUES)];
    }

    private int keyNumber(long random) {
        if (distribution == Distribution.UNIFORM) {
            return (int) (random % keys.length);
        }
        double fraction =
                random * 0x1p-63; // the inverse of Zipf's distribution function, with log(n) for its harmonic sums
        return (int) Math.min(keys.length - 1, Math.pow(keys.length + 1, fraction) - 1);
    }

    /** Spreads numbers over all longs (the finalizer of splitmix64). */
    public static long mix(long number) {
        long mixed = (number + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
