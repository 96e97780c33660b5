package dev.millrace.state.overlay;

import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.Ranks;
import dev.millrace.state.database.StateTransaction;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Restored rows that wait until there are enough of them to be worth sorting: a database that keeps keys sorted takes them in
 * much faster that way.
 */
public final class RestoredRows {
    private static final int FIRST_CAPACITY = 256;

    private byte[][] keys = new byte[FIRST_CAPACITY][];
    private byte[] @Nullable [] values = new byte[FIRST_CAPACITY][];
    private int count;
    private long bytes;

    /** Adds a row; null deletes. The arrays are not copied. */
    public void add(byte[] key, byte @Nullable [] value) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        keys[count] = key;
        values[count] = value;
        count++;
        bytes += key.length + (value == null ? 0 : value.length);
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
        batch.restore(store, new LastRows(keys, values, count, bytes));
        forget();
    }

    private void forget() {
        keys = new byte[FIRST_CAPACITY][];
        values = new byte[FIRST_CAPACITY][];
        count = 0;
        bytes = 0;
    }
}
