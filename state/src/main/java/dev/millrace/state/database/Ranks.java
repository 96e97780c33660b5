package dev.millrace.state.database;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sorts things by numbers. Each number is packed into one long with the place of its thing, so that nothing but an array of
 * longs is touched while sorting.
 */
public final class Ranks {
    private static final int FEW = 1_000;

    private long[] packed;
    private final int placeBits;

    /**
     * The places of things roughly in the order of their keys: by the first bytes in which keys differ. Things with equal keys
     * stay in the order of their places.
     */
    public static int[] byKey(int count, IntFunction<byte[]> keys) {
        Ranks ranks = ofKeys(count, keys);
        int[] places = new int[count];
        Arrays.setAll(places, ranks::at);
        return places;
    }

    /** Ranks things by the first bytes in which their keys differ, those that agree in these by their places. */
    public static Ranks ofKeys(int count, IntFunction<byte[]> keys) {
        int common = commonPrefix(count, keys);
        Ranks ranks = new Ranks(count);
        for (int i = 0; i < count; i++) {
            ranks.byLeadingBits(i, bits(keys.apply(i), common));
        }
        return ranks.sort();
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
    public Ranks(int count) {
        packed = new long[count];
        placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(count);
    }

    /** Ranks the thing at a place by a number from 0 on, less than 2^32. */
    public void byNumber(int place, long number) {
        packed[place] = number << placeBits | place;
    }

    /** Ranks the thing at a place by an unsigned number, as far as its leading bits tell: at least 32 of them. */
    public void byLeadingBits(int place, long unsigned) {
        byNumber(place, unsigned >>> (placeBits + 1));
    }

    /** Sorts; from now on {@link #at} may be asked. */
    public Ranks sort() {
        if (packed.length <= FEW) {
            Arrays.sort(packed);
        } else {
            sortByDigits();
        }
        return this;
    }

    /**
     * By each byte of the numbers, from the last to the first, every time keeping the order of those that have the same; that of the places is
     * the order at first. For many things this is several times as fast as comparing, and soon compiled.
     */
    private void sortByDigits() {
        long[] sorted = packed;
        long[] next = new long[packed.length];
        for (int shift = placeBits; shift < Long.SIZE; shift += Byte.SIZE) {
            int[] ends = ends(sorted, shift);
            if (ends == null) {
                continue;
            }
            for (int i = sorted.length - 1; i >= 0; i--) {
                next[--ends[digit(sorted[i], shift)]] = sorted[i];
            }
            long[] swapped = sorted;
            sorted = next;
            next = swapped;
        }
        packed = sorted;
    }

    /** For each value of a digit, how many things have it or a smaller one; null if all have the same. */
    private static int @Nullable [] ends(long[] things, int shift) {
        int[] ends = new int[1 << Byte.SIZE];
        for (long thing : things) {
            ends[digit(thing, shift)]++;
        }
        if (ends[digit(things[0], shift)] == things.length) {
            return null;
        }
        for (int i = 1; i < ends.length; i++) {
            ends[i] += ends[i - 1];
        }
        return ends;
    }

    private static int digit(long thing, int shift) {
        return (int) (thing >>> shift) & 0xff;
    }

    /** The place of the thing with this rank, counted from 0. */
    public int at(int rank) {
        return (int) (packed[rank] & ((1L << placeBits) - 1));
    }

    /** The end (exclusive) of the ranks from this one on whose things had the same number. */
    public int tiedUpTo(int rank) {
        long number = packed[rank] >>> placeBits;
        int end = rank + 1;
        while (end < packed.length && packed[end] >>> placeBits == number) {
            end++;
        }
        return end;
    }
}
