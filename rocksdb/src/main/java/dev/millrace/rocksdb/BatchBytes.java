package dev.millrace.rocksdb;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int COUNT_AT = 8;
    private static final int HEADER_BYTES = 12;
    private static final int MAX_VARINT_BYTES = 5;

    private byte[] bytes;
    private int length = HEADER_BYTES;
    private int count;
    private final List<UnorderedEntries> unordered = new ArrayList<>();
    private boolean inUnordered;

    /** @param room an array that nobody else uses; what is in it is of no meaning */
    BatchBytes(byte[] room) {
        this.bytes = room.length < HEADER_BYTES ? new byte[256] : room;
    }

    /** Sets the value of a key that consists of a number and the rest. It may change places with others that are set in this way around it. */
    void putUnordered(int column, long number, byte[] rest, byte[] value) {
        UnorderedEntries entries = entriesOf(column);
        int start = length;
        begin(column, 0x05, 0x01, Long.BYTES + rest.length + value.length);
        varint(Long.BYTES + rest.length);
        LONG.set(bytes, length, number);
        length += Long.BYTES;
        int key = length;
        System.arraycopy(rest, 0, bytes, length, rest.length);
        length += rest.length;
        append(value);
        entries.add(start, key, length);
        inUnordered = true;
    }

    private UnorderedEntries entriesOf(int column) {
        UnorderedEntries last = inUnordered ? unordered.get(unordered.size() - 1) : null;
        if (last != null && last.column() == column) {
            return last;
        }
        UnorderedEntries added = new UnorderedEntries(column);
        unordered.add(added);
        return added;
    }

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
        inUnordered = false;
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

    /** All of it, with what may change places in the order of its keys. */
    byte[] toBytes() {
        INT.set(bytes, COUNT_AT, count);
        byte[] all = new byte[length];
        int copied = 0;
        for (UnorderedEntries entries : unordered) {
            System.arraycopy(bytes, copied, all, copied, entries.start() - copied);
            entries.copyByKey(bytes, all);
            copied = entries.end();
        }
        System.arraycopy(bytes, copied, all, copied, length - copied);
        return all;
    }

    /** Room for the next batch, once this one is done with; none if this one took up little of it. */
    byte[] room() {
        return length < bytes.length / 8 ? new byte[0] : bytes;
    }
}
