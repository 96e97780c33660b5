package dev.millrace.streams.state;

import java.nio.ByteBuffer;

/** Marks a store of bytes that begin with a timestamp. */
public interface TimestampedBytesStore {

    /**
     * Puts an unknown timestamp, -1, in front of a plain value.
     *
     * <pre>{@code
     * +-----------------+-------------+
     * | timestamp, 8 BE | value bytes |
     * +-----------------+-------------+
     * }</pre>
     *
     * @return null for null
     */
    static byte[] convertToTimestampedFormat(byte[] plainValue) {
        return plainValue == null
                ? null
                : ByteBuffer.allocate(Long.BYTES + plainValue.length)
                        .putLong(-1)
                        .put(plainValue)
                        .array();
    }
}
