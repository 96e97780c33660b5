package dev.millrace.rocksdb;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The changes of one commit as RocksDB writes them to its log, so that a batch of any size crosses over to native code once
 * and not once for each change.
 *
 * <pre>
 *   sequence number (8, filled in by RocksDB) | how many changes (4, little-endian) | changes
 *
 *   a value set          05 | column (varint) | length (varint) key  | length (varint) value
 *   a key deleted        04 | column (varint) | length (varint) key
 *   a range deleted      0e | column (varint) | length (varint) from | length (varint) to
 *   in the default column, number 0: 01, 00 and 0f, without the column
 * </pre>
 */
final class BatchBytes {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int COUNT_AT = 8;
    private static final int HEADER_BYTES = 12;
    private static final int MAX_VARINT_BYTES = 5;

    private byte[] bytes = new byte[256];
    private int length = HEADER_BYTES;
    private int count;

    void put(int column, byte[] key, byte[] value) {
        begin(column, 0x05, 0x01, key.length + value.length);
        append(key);
        append(value);
    }

    void delete(int column, byte[] key) {
        begin(column, 0x04, 0x00, key.length);
        append(key);
    }

    void deleteRange(int column, byte[] from, byte[] to) {
        begin(column, 0x0e, 0x0f, from.length + to.length);
        append(from);
        append(to);
    }

    private void begin(int column, int kind, int kindInDefaultColumn, int payload) {
        long needed = (long) length + 1 + 3 * MAX_VARINT_BYTES + payload;
        if (needed > bytes.length) {
            grow(needed);
        }
        count++;
        if (column == 0) {
            bytes[length++] = (byte) kindInDefaultColumn;
        } else {
            bytes[length++] = (byte) kind;
            varint(column);
        }
    }

    private void grow(long needed) {
        if (needed > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("A commit of more than 2 GiB: commit more often (commit.interval.ms)");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, bytes.length * 2L)));
    }

    private void append(byte[] part) {
        varint(part.length);
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
    }

    private void varint(int number) {
        int left = number;
        while ((left & ~0x7f) != 0) {
            bytes[length++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[length++] = (byte) left;
    }

    /** All of it. */
    byte[] toBytes() {
        INT.set(bytes, COUNT_AT, count);
        return Arrays.copyOf(bytes, length);
    }
}
