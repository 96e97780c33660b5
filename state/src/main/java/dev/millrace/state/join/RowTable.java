package dev.millrace.state.join;

import dev.millrace.state.overlay.KeyHash;
import dev.millrace.state.overlay.MemoryAccount;
import dev.millrace.state.overlay.Ranks;
import dev.millrace.state.window.WindowLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a store in memory, by key: those that the next commit takes, and those that are kept near because they will be
 * asked for.
 *
 * <pre>
 *   hash -> key -> | row | row | row | ...   by start
 *
 *   starts   |---------------------------|====================>
 *             in the database, with dirty  everything is here
 *             rows over it                 ^ residentFromMs
 * </pre>
 *
 * From {@link #residentFromMs()} on no row is missing; of a single key possibly from an earlier time on, if its older rows were
 * looked up and added. A look-up that stays within that part needs no database. Rows that are too old, and if memory is short
 * the older half, are dropped in sweeps over all keys, so that a row costs nothing when it goes; a row that is still to be
 * committed stays.
 */
final class RowTable {
    private static final int FIRST_CAPACITY = 64;

    private final MemoryAccount account;
    private final ToIntFunction<Object> weights;
    private int[] hashes = new int[FIRST_CAPACITY];
    private @Nullable KeyRows[] keys = new KeyRows[FIRST_CAPACITY];
    private int size;
    private KeyRows[] dirtyKeys = new KeyRows[16];
    private int dirtyKeyCount;
    private long residentFromMs = Long.MIN_VALUE;
    private long cleanRows;
    private long dirtyBytes;
    private long cleanBytes;

    /** Of no meaning; keeps {@link #touch} from being optimized away. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    /** @param weights about how many bytes of heap a held value takes */
    RowTable(MemoryAccount account, ToIntFunction<Object> weights) {
        this.account = account;
        this.weights = weights;
    }

    // ---- keys ----

    /** The rows of a key; null if there are none. */
    @Nullable
    KeyRows get(byte[] key) {
        return get(key, KeyHash.of(key, key.length));
    }

    private @Nullable KeyRows get(byte[] key, int hash) {
        int mask = hashes.length - 1;
        int place = hash & mask;
        while (hashes[place] != 0) {
            KeyRows found = keys[place];
            if (hashes[place] == hash && found != null && Arrays.equals(found.key, key)) {
                return found;
            }
            place = (place + 1) & mask;
        }
        return null;
    }

    /** The rows of a key, none so far if it is new. The array becomes the table's. */
    KeyRows obtain(byte[] key) {
        int hash = KeyHash.of(key, key.length);
        KeyRows known = get(key, hash);
        if (known != null) {
            return known;
        }
        if (size * 3 > hashes.length * 2) {
            rebuild(hashes.length * 2);
        }
        KeyRows added = new KeyRows(key, hash, residentFromMs);
        put(added);
        size++;
        count(0, KeyRows.OVERHEAD_BYTES + key.length);
        return added;
    }

    private void put(KeyRows rows) {
        int mask = hashes.length - 1;
        int place = rows.hash & mask;
        while (hashes[place] != 0) {
            place = (place + 1) & mask;
        }
        hashes[place] = rows.hash;
        keys[place] = rows;
    }

    private void rebuild(int capacity) {
        @Nullable KeyRows[] old = keys;
        hashes = new int[capacity];
        keys = new KeyRows[capacity];
        for (KeyRows rows : old) {
            if (rows != null) {
                put(rows);
            }
        }
    }

    /** Reads what a look-up of this key will read, if it is here; see {@code Overlay.touch}. */
    void touch(byte[] key) {
        int hash = KeyHash.of(key, key.length);
        int place = hash & (hashes.length - 1);
        KeyRows found = hashes[place] == hash ? keys[place] : null;
        if (found != null) {
            touched += found.key.length + (found.isEmpty() ? 0 : found.at(found.end() - 1).startMs);
        }
    }

    // ---- rows ----

    /** Adds a row that the next commit takes. */
    void add(KeyRows rows, Row row) {
        row.dirty = true;
        rows.add(row);
        if (rows.dirtyCount++ == 0) {
            if (dirtyKeyCount == dirtyKeys.length) {
                dirtyKeys = Arrays.copyOf(dirtyKeys, dirtyKeyCount * 2);
            }
            dirtyKeys[dirtyKeyCount++] = rows;
        }
        count(weight(row), 0);
    }

    /** Adds rows that are in the database, or need not be: older than all that are here of the same start. */
    void addCommitted(KeyRows rows, List<Row> committed) {
        rows.addEarlier(committed);
        cleanRows += committed.size();
        committed.forEach(row -> count(0, weight(row)));
    }

    private int weight(Row row) {
        return Row.OVERHEAD_BYTES + (row.held == null ? 0 : weights.applyAsInt(row.held));
    }

    private void count(long dirty, long clean) {
        if (dirty != 0) {
            dirtyBytes += dirty;
            account.dirty(dirty);
        }
        if (clean != 0) {
            cleanBytes += clean;
            account.clean(clean);
        }
    }

    /** All rows; no order. */
    List<KeyedRow> all() {
        List<KeyedRow> found = new ArrayList<>();
        for (KeyRows rows : keys) {
            if (rows != null) {
                rows.forEach(row -> found.add(new KeyedRow(rows.key, row)));
            }
        }
        return found;
    }

    /** The rows that the next commit takes; no order. */
    List<KeyedRow> allDirty() {
        List<KeyedRow> found = new ArrayList<>();
        forEachDirty((rows, row) -> found.add(new KeyedRow(rows.key, row)));
        return found;
    }

    /** A row and its key. */
    static final class KeyedRow {
        private final byte[] key;
        private final Row row;

        KeyedRow(byte[] key, Row row) {
            this.key = key;
            this.row = row;
        }

        byte[] key() {
            return key;
        }

        Row row() {
            return row;
        }

        /** Where it lies in a database. */
        byte[] place(WindowLayout layout) {
            return row.place(key, layout);
        }
    }

    // ---- commit ----

    /** Whether the next commit takes anything. */
    boolean dirty() {
        return dirtyKeyCount > 0;
    }

    /** Shows the dirty rows, roughly in the order of their keys; those of one key by start. */
    void forEachDirty(BiConsumer<KeyRows, Row> action) {
        for (int number : Ranks.byKey(dirtyKeyCount, i -> dirtyKeys[i].key)) {
            KeyRows rows = dirtyKeys[number];
            rows.forEach(row -> {
                if (row.dirty) {
                    action.accept(rows, row);
                }
            });
        }
    }

    /** The dirty rows are committed. */
    void committed() {
        long becameCleanBytes = dirtyBytes;
        count(-becameCleanBytes, becameCleanBytes);
        for (int i = 0; i < dirtyKeyCount; i++) {
            KeyRows rows = dirtyKeys[i];
            cleanRows += rows.dirtyCount;
            rows.dirtyCount = 0;
            rows.forEach(row -> row.dirty = false);
            // Late rows are in the database now, where those that are looked up from this key's earlier times come
            // from.
            rows.dropBefore(rows.completeFromMs, this::dropped);
        }
        Arrays.fill(dirtyKeys, 0, dirtyKeyCount, null);
        dirtyKeyCount = 0;
    }

    // ---- memory ----

    /** From which start on no row is missing. */
    long residentFromMs() {
        return residentFromMs;
    }

    /** Drops the clean rows that start before a time, and remembers that they may be in the database. */
    void forgetBefore(long startMs) {
        residentFromMs = Math.max(residentFromMs, startMs);
        dropBefore(startMs);
    }

    /** Drops the clean rows that start before a time, which nobody will ask for. */
    void dropBefore(long startMs) {
        int removed = 0;
        for (int i = 0; i < keys.length; i++) {
            KeyRows rows = keys[i];
            if (rows == null) {
                continue;
            }
            rows.dropBefore(startMs, this::dropped);
            if (rows.isEmpty()) {
                keys[i] = null;
                removed++;
                count(0, -KeyRows.OVERHEAD_BYTES - rows.key.length);
            } else {
                rows.completeFromMs = Math.max(rows.completeFromMs, startMs);
            }
        }
        if (removed > 0) {
            size -= removed;
            rebuild(Math.max(FIRST_CAPACITY, Integer.highestOneBit(size) * 4));
        }
    }

    private void dropped(Row row) {
        cleanRows--;
        count(0, -weight(row));
    }

    /** Whether memory is short and there are rows to forget. */
    boolean shouldForget() {
        return account.full() && cleanRows > 0;
    }

    /** Forgets all; from this start on the database has nothing. */
    void clear(long residentFrom) {
        count(-dirtyBytes, -cleanBytes);
        hashes = new int[FIRST_CAPACITY];
        keys = new KeyRows[FIRST_CAPACITY];
        size = 0;
        dirtyKeys = new KeyRows[16];
        dirtyKeyCount = 0;
        cleanRows = 0;
        residentFromMs = residentFrom;
    }
}
