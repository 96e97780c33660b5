package dev.millrace.state.overlay;

import dev.millrace.state.database.Ranks;
import dev.millrace.state.database.SortedRows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The last of some rows for each key. They are put in order when they are first asked for, by the thread that asks. */
final class LastRows implements SortedRows {
    private static final int FEW = 16;

    private final byte[][] keys;
    private final byte[] @Nullable [] values;
    private final int count;
    private final long bytes;

    /** Places of the last rows in the order of their keys. */
    private int @Nullable [] places;

    /**
     * Takes the arrays over.
     *
     * @param count how many places of them are rows, later ones behind earlier ones
     * @param bytes the length of all keys and values
     */
    LastRows(byte[][] keys, byte[] @Nullable [] values, int count, long bytes) {
        this.keys = keys;
        this.values = values;
        this.count = count;
        this.bytes = bytes;
    }

    private int[] places() {
        int[] known = places;
        if (known == null) {
            known = inOrder();
            places = known;
        }
        return known;
    }

    private int[] inOrder() {
        Ranks ranks = Ranks.ofKeys(count, place -> keys[place]);
        int[] last = new int[count];
        int size = 0;
        int end;
        for (int rank = 0; rank < count; rank = end) {
            end = ranks.tiedUpTo(rank);
            if (end == rank + 1) {
                last[size++] = ranks.at(rank);
            } else {
                size = addTied(ranks, rank, end, last, size);
            }
        }
        return Arrays.copyOf(last, size);
    }

    /** Keys that agree in their first bytes, or entirely: these in the order in which they came, so that the last one counts. */
    private int addTied(Ranks ranks, int from, int to, int[] last, int sizeBefore) {
        int[] tied = new int[to - from];
        Arrays.setAll(tied, i -> ranks.at(from + i));
        sort(tied);
        int size = sizeBefore;
        for (int i = 0; i < tied.length; i++) {
            if (i + 1 == tied.length || compare(tied[i], tied[i + 1]) != 0) {
                last[size++] = tied[i];
            }
        }
        return size;
    }

    /** Mostly there are two or three, for which nothing larger is worth being compiled. */
    private void sort(int[] tied) {
        if (tied.length > FEW) {
            Integer[] boxed = Arrays.stream(tied).boxed().toArray(Integer[]::new);
            Arrays.sort(boxed, this::compare);
            Arrays.setAll(tied, i -> boxed[i]);
            return;
        }
        for (int i = 1; i < tied.length; i++) {
            int place = i;
            int next = tied[i];
            for (; place > 0 && compare(tied[place - 1], next) > 0; place--) {
                tied[place] = tied[place - 1];
            }
            tied[place] = next;
        }
    }

    private int compare(int place, int other) {
        return Arrays.compareUnsigned(keys[place], keys[other]);
    }

    @Override
    public int size() {
        return places().length;
    }

    @Override
    public byte[] key(int index) {
        return keys[places()[index]];
    }

    @Override
    public byte @Nullable [] value(int index) {
        return values[places()[index]];
    }

    @Override
    public long bytes() {
        return bytes;
    }
}
