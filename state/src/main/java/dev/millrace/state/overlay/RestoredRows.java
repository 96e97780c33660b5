package dev.millrace.state.overlay;

import dev.millrace.state.OrderedBytes;
import dev.millrace.state.SortedRows;
import dev.millrace.state.StateTransaction;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Restored rows that wait until there are enough of them to be worth sorting: a database that keeps keys sorted takes them in
 * much faster that way.
 */
public final class RestoredRows {
    private byte[][] keys = new byte[256][];
    private byte[] @Nullable [] values = new byte[256][];
    private int count;

    /** Adds a row; null deletes. The arrays are not copied. */
    public void add(byte[] key, byte @Nullable [] value) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        keys[count] = key;
        values[count] = value;
        count++;
    }

    /** Hands over all rows and forgets them: roughly in the order of their keys, those of one key in the order they came. */
    public void drain(BiConsumer<byte[], byte @Nullable []> taker) {
        for (int place : Ranks.byKey(count, i -> keys[i])) {
            taker.accept(keys[place], values[place]);
        }
        forget();
    }

    /** Hands over what each key has in the end, and forgets all. */
    public void drain(StateTransaction batch, OrderedBytes store) {
        int[] places = Ranks.byKey(count, i -> keys[i]);
        sortEntirely(places);
        batch.restore(store, new Sorted(places, lastOfEachKey(places)));
        forget();
    }

    /** Places that are in order but for keys which agree in their first bytes. */
    private void sortEntirely(int[] places) {
        boolean sorted = true;
        for (int i = 1; i < places.length && sorted; i++) {
            sorted = Arrays.compareUnsigned(keys[places[i - 1]], keys[places[i]]) <= 0;
        }
        if (!sorted) {
            Integer[] boxed = Arrays.stream(places).boxed().toArray(Integer[]::new);
            Arrays.sort(boxed, (a, b) -> Arrays.compareUnsigned(keys[a], keys[b]));
            Arrays.setAll(places, i -> boxed[i]);
        }
    }

    /** Moves the places of the last row of each key to the front; returns how many there are. */
    private int lastOfEachKey(int[] places) {
        int kept = 0;
        for (int i = 0; i < places.length; i++) {
            if (i + 1 == places.length || !Arrays.equals(keys[places[i]], keys[places[i + 1]])) {
                places[kept++] = places[i];
            }
        }
        return kept;
    }

    private void forget() {
        Arrays.fill(keys, 0, count, null);
        Arrays.fill(values, 0, count, null);
        count = 0;
    }

    /** The rows of some places. */
    private final class Sorted implements SortedRows {
        private final int[] places;
        private final int size;

        Sorted(int[] places, int size) {
            this.places = places;
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public byte[] key(int index) {
            return keys[places[index]];
        }

        @Override
        public byte @Nullable [] value(int index) {
            return values[places[index]];
        }

        @Override
        public long bytes() {
            long bytes = 0;
            for (int i = 0; i < size; i++) {
                byte[] value = value(i);
                bytes += key(i).length + (value == null ? 0 : value.length);
            }
            return bytes;
        }
    }
}
