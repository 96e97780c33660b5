package dev.millrace.state.changelog;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes of the records that wait for a match in a join of two streams, in changelog and database alike.
 *
 * <pre>
 *   key     | event time: 8 | side: 1 | key, as the key serde writes it ... |
 *
 *   value   | 1: 1 | count: 4 |  and for each value  | length: 4 | side: 1 | value, as its serde writes it ... |
 * </pre>
 *
 * Numbers are big-endian. A side is 1 for left and 0 for right. A length counts the side's byte too. Several values have the
 * same key, time and side; they are in the order in which they came.
 */
public final class UnmatchedFormat {
    private static final byte VARIABLE_LENGTHS = 1;
    private static final int SIDE_AT = Long.BYTES;
    private static final int KEY_AT = Long.BYTES + 1;
    private static final int VALUES_AT = 1 + Integer.BYTES;

    private UnmatchedFormat() {}

    // ---- the key ----

    public static byte[] place(boolean left, byte[] key, long timestamp) {
        byte[] place = new byte[KEY_AT + key.length];
        ChangelogFormat.putLong(place, 0, timestamp);
        place[SIDE_AT] = side(left);
        System.arraycopy(key, 0, place, KEY_AT, key.length);
        return place;
    }

    /** At or before all places with this time, or a later one. */
    public static byte[] firstPlace(long timestamp) {
        byte[] place = new byte[Long.BYTES];
        ChangelogFormat.putLong(place, 0, timestamp);
        return place;
    }

    public static long timestamp(byte[] place) {
        return ChangelogFormat.timestampOf(place);
    }

    public static boolean left(byte[] place) {
        return place[SIDE_AT] != 0;
    }

    public static byte[] key(byte[] place) {
        return Arrays.copyOfRange(place, KEY_AT, place.length);
    }

    private static byte side(boolean left) {
        return (byte) (left ? 1 : 0);
    }

    // ---- the values ----

    public static byte[] write(boolean left, byte[][] values) {
        int length = VALUES_AT;
        for (byte[] value : values) {
            length += Integer.BYTES + 1 + value.length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).put(VARIABLE_LENGTHS).putInt(values.length);
        for (byte[] value : values) {
            buffer.putInt(1 + value.length).put(side(left)).put(value);
        }
        return buffer.array();
    }

    /** Whether values are those of left records; all of them are, or none. */
    public static boolean leftValues(byte[] written) {
        return written[VALUES_AT + Integer.BYTES] != 0;
    }

    public static byte[][] read(byte[] written) {
        ByteBuffer buffer = ByteBuffer.wrap(written);
        buffer.get();
        byte[][] values = new byte[buffer.getInt()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = new byte[buffer.getInt() - 1];
            buffer.get();
            buffer.get(values[i]);
        }
        return values;
    }
}
