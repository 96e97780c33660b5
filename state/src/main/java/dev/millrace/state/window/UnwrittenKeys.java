package dev.millrace.state.window;

import dev.millrace.state.window.walk.WindowLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys with windows that the database does not have yet, in the order of the first write; and by key, once a scan has asked
 * for that.
 */
final class UnwrittenKeys {
    private final List<KeyWindows> keys = new ArrayList<>();
    private @Nullable NavigableMap<byte[], KeyWindows> inOrder;

    List<KeyWindows> all() {
        return keys;
    }

    /** Adds a key that is not here. */
    void add(KeyWindows windows) {
        keys.add(windows);
        if (inOrder != null) {
            inOrder.put(windows.key(), windows);
        }
    }

    void clear() {
        keys.clear();
        inOrder = null;
    }

    /** Those that may have windows from one place of the database to another. */
    List<KeyWindows> between(byte[] from, byte[] to) {
        if (Arrays.compareUnsigned(from, to) >= 0) {
            return List.of();
        }
        byte[] low = Arrays.copyOfRange(from, Long.BYTES, from.length);
        byte[] high = Arrays.copyOfRange(to, Long.BYTES, to.length);
        boolean oneBucket = WindowLayout.bucket(from) == WindowLayout.bucket(to);
        NavigableMap<byte[], KeyWindows> all = inOrder();
        List<KeyWindows> found = new ArrayList<>();
        // a shorter key may sort before the place where the walk begins, and its windows behind it
        for (int length = 0; length < low.length; length++) {
            KeyWindows shorter = all.get(Arrays.copyOf(low, length));
            if (shorter != null) {
                found.add(shorter);
            }
        }
        NavigableMap<byte[], KeyWindows> upwards = all.tailMap(low, true);
        found.addAll((oneBucket ? upwards.headMap(high, false) : upwards).values());
        return found;
    }

    private NavigableMap<byte[], KeyWindows> inOrder() {
        NavigableMap<byte[], KeyWindows> known = inOrder;
        if (known == null) {
            known = new TreeMap<>(Arrays::compareUnsigned);
            for (KeyWindows windows : keys) {
                known.put(windows.key(), windows);
            }
            inOrder = known;
        }
        return known;
    }
}
