package dev.millrace.state.overlay;

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
        Arrays.fill(keys, 0, count, null);
        Arrays.fill(values, 0, count, null);
        count = 0;
    }
}
