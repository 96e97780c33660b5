package dev.millrace.rocksdb;

import dev.millrace.state.database.Ranks;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A stretch of a batch in which values of one column are set, in any order: nobody minds if they change places. RocksDB takes
 * entries in several times faster if they come by key, so they are put in that order when the batch is copied.
 */
final class UnorderedEntries {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final int column;
    private int[] starts = new int[256];
    private int[] keys = new int[256];
    private int count;
    private int end;

    UnorderedEntries(int column) {
        this.column = column;
    }

    int column() {
        return column;
    }

    /** Adds an entry, which follows the one before, by where it starts, where that lies by which it is ordered, and where it ends. */
    void add(int start, int key, int behind) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            keys = Arrays.copyOf(keys, 2 * count);
        }
        starts[count] = start;
        keys[count] = key;
        count++;
        end = behind;
    }

    int start() {
        return starts[0];
    }

    int end() {
        return end;
    }

    /** Copies the entries to the same stretch of another array, roughly by key: by the first bytes in which keys differ. */
    void copyByKey(byte[] source, byte[] target) {
        int to = starts[0];
        Ranks ranks = ranks(source);
        for (int rank = 0; rank < count; rank++) {
            int place = ranks.at(rank);
            int length = behind(place) - starts[place];
            System.arraycopy(source, starts[place], target, to, length);
            to += length;
        }
    }

    private Ranks ranks(byte[] source) {
        int common = commonPrefix(source);
        Ranks ranks = new Ranks(count);
        for (int i = 0; i < count; i++) {
            ranks.byLeadingBits(i, bits(source, keys[i] + common));
        }
        return ranks.sort();
    }

    private int commonPrefix(byte[] source) {
        int common = behind(0) - keys[0];
        for (int i = 1; i < count && common > 0; i++) {
            int end = Math.min(keys[i] + common, behind(i));
            int differ = Arrays.mismatch(source, keys[0], keys[0] + common, source, keys[i], end);
            common = differ < 0 ? common : differ;
        }
        return common;
    }

    private static long bits(byte[] source, int at) {
        return at + Long.BYTES <= source.length ? (long) LONG.get(source, at) : 0;
    }

    private int behind(int place) {
        return place + 1 < count ? starts[place + 1] : end;
    }
}
