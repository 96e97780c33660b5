package dev.millrace.state.join;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rows of one key, by start; those of one start in the order in which they came.
 *
 * <pre>
 *   rows   |  free  | row | row | row |  free  |
 *                   ^ first           ^ end
 * </pre>
 *
 * Rows come nearly in order and go from the front, so both are cheap.
 */
final class KeyRows {
    static final int OVERHEAD_BYTES = 96;
    private static final int FIRST_CAPACITY = 4;

    final byte[] key;
    final int hash;
    private Row[] rows = new Row[FIRST_CAPACITY];
    private int first;
    private int end;

    /** How many rows are dirty. */
    int dirtyCount;

    /** From which start on no row of the key is missing here. */
    public long completeFromMs;

    KeyRows(byte[] key, int hash, long completeFromMs) {
        this.key = key;
        this.hash = hash;
        this.completeFromMs = completeFromMs;
    }

    byte[] key() {
        return key;
    }

    boolean isEmpty() {
        return first == end;
    }

    /** The place of the first row that starts at {@code startMs} or later. */
    int from(long startMs) {
        int low = first;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows[middle].startMs < startMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Behind the last row. */
    int end() {
        return end;
    }

    Row at(int place) {
        return rows[place];
    }

    /** Adds a row that came after all that are here. */
    void add(Row row) {
        if (end == rows.length) {
            makeRoom(1);
        }
        int place = end;
        while (place > first && rows[place - 1].startMs > row.startMs) {
            rows[place] = rows[place - 1];
            place--;
        }
        rows[place] = row;
        end++;
    }

    /** Adds rows, in order, that came before all that are here. */
    void addEarlier(List<Row> earlier) {
        if (end + earlier.size() > rows.length) {
            makeRoom(earlier.size());
        }
        int from = end - 1;
        int to = end + earlier.size() - 1;
        end += earlier.size();
        for (int i = earlier.size() - 1; i >= 0; i--) {
            Row row = earlier.get(i);
            while (from >= first && rows[from].startMs >= row.startMs) {
                rows[to--] = rows[from--];
            }
            rows[to--] = row;
        }
    }

    private void makeRoom(int count) {
        int size = end - first;
        Row[] target = size + count > rows.length * 3 / 4 ? new Row[Math.max(rows.length * 2, size + count)] : rows;
        System.arraycopy(rows, first, target, 0, size);
        if (target == rows) {
            Arrays.fill(rows, size, end, null);
        }
        rows = target;
        first = 0;
        end = size;
    }

    /** Takes out the clean rows that start before a time. */
    void dropBefore(long startMs, Consumer<Row> dropped) {
        int limit = from(startMs);
        if (limit == first) {
            return;
        }
        int target = limit;
        for (int i = limit - 1; i >= first; i--) {
            if (rows[i].dirty) {
                rows[--target] = rows[i];
            } else {
                dropped.accept(rows[i]);
            }
        }
        Arrays.fill(rows, first, target, null);
        first = target;
    }

    void forEach(Consumer<Row> action) {
        for (int i = first; i < end; i++) {
            action.accept(rows[i]);
        }
    }
}
