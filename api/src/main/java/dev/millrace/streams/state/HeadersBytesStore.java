package dev.millrace.streams.state;

/**
 * Marks a store of bytes that begin with headers (KIP-1271).
 *
 * <pre>{@code
 * +------------------------+---------------+-----------------+-------------+
 * | size of headers, varint| headers bytes | timestamp, 8 BE | value bytes |
 * +------------------------+---------------+-----------------+-------------+
 * }</pre>
 */
public interface HeadersBytesStore {

    /** Puts empty headers, which is one zero byte, in front of a value that has a timestamp; null for null. */
    static byte[] convertToHeaderFormat(byte[] value) {
        if (value == null) {
            return null;
        }
        byte[] converted = new byte[1 + value.length];
        System.arraycopy(value, 0, converted, 1, value.length);
        return converted;
    }

    /** Puts empty headers and an unknown timestamp, -1, in front of a plain value; null for null. */
    static byte[] convertFromPlainToHeaderFormat(byte[] value) {
        return convertToHeaderFormat(TimestampedBytesStore.convertToTimestampedFormat(value));
    }
}
