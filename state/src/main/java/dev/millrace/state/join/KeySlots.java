package dev.millrace.state.join;

import dev.millrace.state.overlay.KeyHash;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * For each key that has rows in a {@link RowLog}, the latest of them: a hash table without objects.
 *
 * <pre>
 *   slots   | hash: 8 | row: 8 | hash | row | 0 | 0 | hash | row | ...      hash 0: free
 * </pre>
 *
 * The key itself is in the row. A slot whose row is gone is nobody's: it is given to the next key that passes by, or left out when
 * the table is made anew.
 */
final class KeySlots {
    private static final int FIRST_CAPACITY = 64;
    private static final long FREE = 0;

    private final RowLog log;
    private long[] slots = new long[2 * FIRST_CAPACITY];
    private int taken;

    KeySlots(RowLog log) {
        this.log = log;
    }

    /** How many bytes of heap they take. */
    long bytes() {
        return (long) slots.length * Long.BYTES;
    }

    void clear() {
        slots = new long[2 * FIRST_CAPACITY];
        taken = 0;
    }

    // ---- rows ----

    long latest(int slot) {
        return slots[2 * slot + 1];
    }

    void latest(int slot, long row) {
        slots[2 * slot + 1] = row;
    }

    /** The latest row of a key; one that is gone if there is none. */
    long latest(byte[] key) {
        int slot = find(key, KeyHash.of(key, key.length));
        return slot < 0 ? RowLog.NOWHERE : latest(slot);
    }

    /**
     * The latest rows of many keys, as far as that can be said without a look at the keys in the rows.
     *
     * @return how many there are in {@code target} now
     */
    int likelyLatest(int count, IntFunction<byte @Nullable []> keys, long[] target) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            byte[] key = keys.apply(i);
            if (key != null) {
                int hash = KeyHash.of(key, key.length);
                int slot = hash & mask();
                if (slots[2 * slot] == hash) {
                    target[found++] = latest(slot);
                }
            }
        }
        return found;
    }

    // ---- slots ----

    private int mask() {
        return slots.length / 2 - 1;
    }

    /** The slot of a key; if it has none, {@code -1 - slot} that it can have. */
    private int find(byte[] key, int hash) {
        int mask = mask();
        int nobodys = -1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            long here = slots[2 * slot];
            if (here == FREE) {
                return -1 - (nobodys < 0 ? slot : nobodys);
            }
            if (!log.has(latest(slot))) {
                nobodys = nobodys < 0 ? slot : nobodys;
            } else if (here == hash && log.hasKey(latest(slot), key)) {
                return slot;
            }
        }
    }

    /** The slot of a key; if that is a new one, the key must be given a row at once. */
    int obtain(byte[] key) {
        int hash = KeyHash.of(key, key.length);
        int known = find(key, hash);
        if (known >= 0) {
            return known;
        }
        int given = -1 - known;
        if (slots[2 * given] == FREE) {
            if (3 * (taken + 1) > slots.length) {
                rebuild();
                given = -1 - find(key, hash);
            }
            taken++;
        }
        slots[2 * given] = hash;
        latest(given, RowLog.NOWHERE);
        return given;
    }

    /** Makes room, and leaves out the keys that have no rows any more. */
    private void rebuild() {
        long[] old = slots;
        int live = 0;
        for (int i = 0; i < old.length; i += 2) {
            live += log.has(old[i + 1]) ? 1 : 0;
        }
        slots = new long[2 * Math.max(FIRST_CAPACITY, 4 * Integer.highestOneBit(live))];
        taken = live;
        for (int i = 0; i < old.length; i += 2) {
            if (log.has(old[i + 1])) {
                put(old[i], old[i + 1]);
            }
        }
    }

    private void put(long hash, long row) {
        int mask = mask();
        int slot = (int) hash & mask;
        while (slots[2 * slot] != FREE) {
            slot = (slot + 1) & mask;
        }
        slots[2 * slot] = hash;
        latest(slot, row);
    }
}
