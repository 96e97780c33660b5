package dev.millrace.state.overlay;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Sorts things by numbers. Each number is packed into one long with the place of its thing, so that nothing but an array of
 * longs is touched while sorting.
 */
public final class Ranks {
    private final long[] packed;
    private final int placeBits;

    /**
     * The places of things roughly in the order of their keys: by the first bytes in which keys differ. Things with equal keys
     * stay in the order of their places.
     */
    public static int[] byKey(int count, IntFunction<byte[]> keys) {
        int common = commonPrefix(count, keys);
        Ranks ranks = new Ranks(count);
        for (int i = 0; i < count; i++) {
            ranks.byLeadingBits(i, bits(keys.apply(i), common));
        }
        ranks.sort();
        int[] places = new int[count];
        Arrays.setAll(places, ranks::at);
        return places;
    }

    private static int commonPrefix(int count, IntFunction<byte[]> keys) {
        byte[] first = count == 0 ? new byte[0] : keys.apply(0);
        int common = first.length;
        for (int i = 1; i < count && common > 0; i++) {
            int differ = Arrays.mismatch(first, keys.apply(i));
            common = differ < 0 ? common : Math.min(common, differ);
        }
        return common;
    }

    private static long bits(byte[] key, int from) {
        long bits = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            bits = bits << 8 | (i < key.length ? key[i] & 0xff : 0);
        }
        return bits;
    }

    /** For {@code count} things. */
    Ranks(int count) {
        packed = new long[count];
        placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(count);
    }

    /** Ranks the thing at a place by a number from 0 on, less than 2^32. */
    void byNumber(int place, long number) {
        packed[place] = number << placeBits | place;
    }

    /** Ranks the thing at a place by an unsigned number, as far as its leading bits tell: at least 32 of them. */
    void byLeadingBits(int place, long unsigned) {
        byNumber(place, unsigned >>> (placeBits + 1));
    }

    /** Sorts; from now on {@link #at} may be asked. */
    Ranks sort() {
        Arrays.sort(packed);
        return this;
    }

    /** The place of the thing with this rank, counted from 0. */
    int at(int rank) {
        return (int) (packed[rank] & ((1L << placeBits) - 1));
    }
}
