package dev.millrace.state.join;

import dev.millrace.state.changelog.ChangelogFormat;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Rows one behind the other in large arrays, in the order in which they were appended; the oldest arrays go first, as a whole.
 *
 * <p><b>Why not objects.</b> The rows of a join live for its window's time: hundreds of thousands of them, of which some are new
 * and some go at every moment. As objects they were the collector's work: each was copied twice, marked, and remembered
 * because something old pointed to it; that cost more processor time than the join. An array of bytes is one object for
 * hundreds of rows, and used again when its rows are old.
 *
 * <pre>
 *   position   | chunk number ... | place in the chunk: 16 bits |      grows for ever, is never given twice
 *
 *              first()                                end()
 *              v                                      v
 *   chunks  ...| row row row | row row row | row row |    |
 *
 *   row        | previous: 8 | start: 8 | timestamp: 8 | number: 4 | key length: 4 | value length: 4 | marks: 4 | key | value |
 * </pre>
 *
 * A row takes a multiple of eight bytes. "Previous" is the position of another row, whatever the owner wants to reach from here. A position
 * before {@link #first()} is of a row that is gone, so nothing has to be undone when a chunk goes. A row that is longer than
 * a chunk has one of its own.
 */
final class RowLog {
    /** No row is ever here. */
    static final long NOWHERE = 0;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int CHUNK_BITS = 16;
    private static final int LARGEST_CHUNK_BYTES = 1 << CHUNK_BITS;
    private static final int SMALLEST_CHUNK_BYTES = 1 << 9;
    private static final int SPARE_CHUNKS = 4;
    private static final byte[] NO_CHUNK = {};

    private static final int START_AT = 8;
    private static final int TIMESTAMP_AT = 16;
    private static final int NUMBER_AT = 24;
    private static final int KEY_LENGTH_AT = 28;
    private static final int VALUE_LENGTH_AT = 32;
    private static final int MARKS_AT = 36;
    private static final int KEY_AT = 40;

    // By the last bits of the chunk's number; as many as a power of two.
    private byte[][] chunks = {NO_CHUNK, NO_CHUNK};
    private int[] ends = new int[2];
    private long[] latestStarts = new long[2];

    private long firstChunk = 1;
    private long lastChunk;
    private final byte[][] spares = new byte[SPARE_CHUNKS][];
    private int spareCount;

    // ---- appending ----

    /** Appends a row that has all but its key and value still to be told. */
    long append(byte[] key, byte[] value) {
        int bytes = bytes(key.length, value.length);
        if (lastChunk < firstChunk || bytes > room()) {
            addChunk(bytes);
        }
        int place = ring(lastChunk);
        byte[] chunk = chunks[place];
        int at = ends[place];
        ends[place] = Math.min(at + bytes, LARGEST_CHUNK_BYTES);
        INTS.set(chunk, at + KEY_LENGTH_AT, key.length);
        INTS.set(chunk, at + VALUE_LENGTH_AT, value.length);
        INTS.set(chunk, at + MARKS_AT, 0);
        System.arraycopy(key, 0, chunk, at + KEY_AT, key.length);
        System.arraycopy(value, 0, chunk, at + KEY_AT + key.length, value.length);
        return (lastChunk << CHUNK_BITS) | at;
    }

    /** Tells of a row that was just appended when it starts, and what else there is to know. */
    void describe(long position, long startMs, long timestamp, int number) {
        byte[] chunk = chunk(position);
        int at = at(position);
        LONGS.set(chunk, at + START_AT, startMs);
        LONGS.set(chunk, at + TIMESTAMP_AT, timestamp);
        INTS.set(chunk, at + NUMBER_AT, number);
        int place = ring(lastChunk);
        latestStarts[place] = Math.max(latestStarts[place], startMs);
    }

    private int room() {
        int place = ring(lastChunk);
        return Math.min(chunks[place].length, LARGEST_CHUNK_BYTES) - ends[place];
    }

    private void addChunk(int rowBytes) {
        lastChunk++;
        if (lastChunk - firstChunk >= chunks.length) {
            widen();
        }
        int place = ring(lastChunk);
        chunks[place] = chunkFor(rowBytes);
        ends[place] = 0;
        latestStarts[place] = Long.MIN_VALUE;
    }

    /** Small ones where there is little, so that a quiet store takes little. */
    private byte[] chunkFor(int rowBytes) {
        long chunkCount = lastChunk - firstChunk;
        int usual = (int) Math.min(LARGEST_CHUNK_BYTES, SMALLEST_CHUNK_BYTES * Long.highestOneBit(chunkCount + 1));
        if (spareCount > 0 && rowBytes <= spares[spareCount - 1].length) {
            return spares[--spareCount];
        }
        return new byte[Math.max(usual, rowBytes)];
    }

    private void widen() {
        byte[][] oldChunks = chunks;
        int[] oldEnds = ends;
        long[] oldStarts = latestStarts;
        int capacity = 2 * oldChunks.length;
        chunks = new byte[capacity][];
        Arrays.fill(chunks, NO_CHUNK);
        ends = new int[capacity];
        latestStarts = new long[capacity];
        for (long number = firstChunk; number < lastChunk; number++) {
            int from = (int) number & (oldChunks.length - 1);
            chunks[ring(number)] = oldChunks[from];
            ends[ring(number)] = oldEnds[from];
            latestStarts[ring(number)] = oldStarts[from];
        }
    }

    private int ring(long chunkNumber) {
        return (int) chunkNumber & (chunks.length - 1);
    }

    private byte[] chunk(long position) {
        return chunks[ring(position >>> CHUNK_BITS)];
    }

    private static int at(long position) {
        return (int) position & (LARGEST_CHUNK_BYTES - 1);
    }

    private static int bytes(int keyLength, int valueLength) {
        return Math.addExact(KEY_AT + 7 + keyLength, valueLength) & -8;
    }

    // ---- a row ----

    /** The position that was kept with this one. */
    long previous(long position) {
        return (long) LONGS.get(chunk(position), at(position));
    }

    void previous(long position, long other) {
        LONGS.set(chunk(position), at(position), other);
    }

    long startMs(long position) {
        return (long) LONGS.get(chunk(position), at(position) + START_AT);
    }

    long timestamp(long position) {
        return (long) LONGS.get(chunk(position), at(position) + TIMESTAMP_AT);
    }

    int number(long position) {
        return (int) INTS.get(chunk(position), at(position) + NUMBER_AT);
    }

    /** Bits that are the owner's. */
    int marks(long position) {
        return (int) INTS.get(chunk(position), at(position) + MARKS_AT);
    }

    void marks(long position, int marks) {
        INTS.set(chunk(position), at(position) + MARKS_AT, marks);
    }

    boolean hasKey(long position, byte[] key) {
        byte[] chunk = chunk(position);
        int from = at(position) + KEY_AT;
        int length = (int) INTS.get(chunk, at(position) + KEY_LENGTH_AT);
        return Arrays.equals(chunk, from, from + length, key, 0, key.length);
    }

    byte[] key(long position) {
        int from = at(position) + KEY_AT;
        return Arrays.copyOfRange(chunk(position), from, from + keyLength(position));
    }

    /** The key that the row has in the changelog. */
    byte[] changelogKey(long position) {
        int length = keyLength(position);
        byte[] key = new byte[length + ChangelogFormat.WINDOW_SUFFIX_BYTES];
        System.arraycopy(chunk(position), at(position) + KEY_AT, key, 0, length);
        ChangelogFormat.putWindowSuffix(key, length, startMs(position), number(position));
        return key;
    }

    byte[] value(long position) {
        int from = valueAt(position);
        return Arrays.copyOfRange(chunk(position), from, from + valueLength(position));
    }

    /** Shows where the value lies; it must not be changed, nor looked at when something else is appended. */
    <T> T value(long position, ValueReader<T> reader) {
        return reader.read(chunk(position), valueAt(position), valueLength(position));
    }

    /** Makes something of a part of an array. */
    @FunctionalInterface
    interface ValueReader<T> {
        T read(byte[] source, int from, int length);
    }

    private int keyLength(long position) {
        return (int) INTS.get(chunk(position), at(position) + KEY_LENGTH_AT);
    }

    private int valueAt(long position) {
        return at(position) + KEY_AT + keyLength(position);
    }

    private int valueLength(long position) {
        return (int) INTS.get(chunk(position), at(position) + VALUE_LENGTH_AT);
    }

    /** How many bytes the row takes. */
    int bytes(long position) {
        return bytes(keyLength(position), valueLength(position));
    }

    // ---- all rows ----

    /** Where the first row is that is still there, or will be. */
    long first() {
        return firstChunk << CHUNK_BITS;
    }

    /** Behind the last row. */
    long end() {
        return lastChunk < firstChunk ? first() : (lastChunk << CHUNK_BITS) + ends[ring(lastChunk)];
    }

    /** Whether a row is still there. */
    boolean has(long position) {
        return position >= first();
    }

    /** The first row at a position or behind it; {@link #end()} or more if there is none. */
    long from(long position) {
        long number = position >>> CHUNK_BITS;
        return position < end() && at(position) >= ends[ring(number)] ? (number + 1) << CHUNK_BITS : position;
    }

    /** The row behind one; {@link #end()} or more if there is none. */
    long next(long position) {
        long number = position >>> CHUNK_BITS;
        long behind = (long) at(position) + bytes(position);
        return behind >= ends[ring(number)] ? (number + 1) << CHUNK_BITS : (number << CHUNK_BITS) + behind;
    }

    // ---- letting go ----

    /** How many chunks there are. */
    long chunks() {
        return lastChunk - firstChunk + 1;
    }

    /** Where the rows of the oldest chunk end; nowhere if it is the one that is being filled. */
    long endOfOldest() {
        return firstChunk < lastChunk ? (firstChunk + 1) << CHUNK_BITS : Long.MAX_VALUE;
    }

    /** The latest start of all rows of the oldest chunk. */
    long latestStartOfOldest() {
        return latestStarts[ring(firstChunk)];
    }

    /** How many bytes the rows of the oldest chunk take. */
    int bytesOfOldest() {
        return ends[ring(firstChunk)];
    }

    /** Lets the oldest chunk go. */
    void dropOldest() {
        int place = ring(firstChunk);
        if (chunks[place].length == LARGEST_CHUNK_BYTES && spareCount < SPARE_CHUNKS) {
            spares[spareCount++] = chunks[place];
        }
        chunks[place] = NO_CHUNK;
        firstChunk++;
    }
}
