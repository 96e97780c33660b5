package dev.millrace.state.changelog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bytes of changelog records, for every kind of store.
 *
 * <pre>
 *   key-value store       record key     | key, as the key serde writes it |
 *   window store          record key     | key ... | window start: 8 | number: 4 |
 *   session store         record key     | key ... | session end: 8 | session start: 8 |
 *
 *   any store             record value   | value, as the value serde writes it |      null: the key was deleted
 *                         timestamp      timestamped store: the value's; other stores and deletions: the writer's
 *                         headers        none
 * </pre>
 *
 * Numbers are big-endian. The number after the window start tells values apart that a store keeps side by side for one key
 * and window (from 1 on); it is 0 where a new value replaces the old one. The event time of a value is not among its
 * bytes: it travels as the record's timestamp, so a source topic can stand in for the changelog of the table read from it.
 * In the database both lie together:
 *
 * <pre>
 *   timestamped store     stored value   | event time: 8 | value ... |
 *   other stores          stored value   | value ... |
 * </pre>
 */
public final class ChangelogFormat {
    /** What follows the key in the record key of a window store. */
    public static final int WINDOW_SUFFIX_BYTES = Long.BYTES + Integer.BYTES;

    /** What follows the key in the record key of a session store. */
    public static final int SESSION_SUFFIX_BYTES = 2 * Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private ChangelogFormat() {}

    /** Writes window start and number behind a key that ends at {@code at}. */
    public static void putWindowSuffix(byte[] target, int at, long windowStartMs, int number) {
        LONGS.set(target, at, windowStartMs);
        INTS.set(target, at + Long.BYTES, number);
    }

    /** The window start in a record key of a window store, or in any array that ends like one. */
    public static long windowStart(byte[] windowKey) {
        return (long) LONGS.get(windowKey, windowKey.length - WINDOW_SUFFIX_BYTES);
    }

    /** The number that tells values of one key and window apart. */
    public static int number(byte[] windowKey) {
        return (int) INTS.get(windowKey, windowKey.length - Integer.BYTES);
    }

    /** Writes the bounds of a session behind a key that ends at {@code at}. */
    public static void putSessionSuffix(byte[] target, int at, long startMs, long endMs) {
        LONGS.set(target, at, endMs);
        LONGS.set(target, at + Long.BYTES, startMs);
    }

    /** The end of a session in a record key of a session store, or in any array that ends like one. */
    public static long sessionEnd(byte[] sessionKey) {
        return (long) LONGS.get(sessionKey, sessionKey.length - SESSION_SUFFIX_BYTES);
    }

    /** The start of a session in a record key of a session store, or in any array that ends like one. */
    public static long sessionStart(byte[] sessionKey) {
        return (long) LONGS.get(sessionKey, sessionKey.length - Long.BYTES);
    }

    /** The stored form of a value with its event time. */
    public static byte[] stamp(byte[] value, long timestampMs) {
        byte[] stored = new byte[Long.BYTES + value.length];
        LONGS.set(stored, 0, timestampMs);
        System.arraycopy(value, 0, stored, Long.BYTES, value.length);
        return stored;
    }

    /** The event time in a stored value of a timestamped store. */
    public static long timestampOf(byte[] stamped) {
        return (long) LONGS.get(stamped, 0);
    }

    /** The value in a stored value of a timestamped store. */
    public static byte[] valueOf(byte[] stamped) {
        byte[] value = new byte[stamped.length - Long.BYTES];
        System.arraycopy(stamped, Long.BYTES, value, 0, value.length);
        return value;
    }

    /** Writes a number. */
    public static void putInt(byte[] target, int at, int number) {
        INTS.set(target, at, number);
    }

    /** The number at a place. */
    public static long longAt(byte[] source, int at) {
        return (long) LONGS.get(source, at);
    }

    /** Writes a number so that the order of bytes is the order of non-negative numbers. */
    public static void putLong(byte[] target, int at, long number) {
        LONGS.set(target, at, number);
    }
}
