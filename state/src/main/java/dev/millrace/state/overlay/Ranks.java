package dev.millrace.state.overlay;

import java.util.Arrays;

/**
 * Sorts things by numbers. Each number is packed into one long with the place of its thing, so that nothing but an array of
 * longs is touched while sorting.
 */
final class Ranks {
    private final long[] packed;
    private final int placeBits;

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
