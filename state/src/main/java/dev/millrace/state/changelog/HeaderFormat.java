package dev.millrace.state.changelog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * Headers in front of a stored value, as in the reference (KIP-1271). In a changelog they are the record's own.
 *
 * <pre>
 *   stored    | size: varint | headers: size | rest ... |          size 0: no headers
 *   headers   | count: varint | header ... |
 *   header    | n: varint | name: n | n: varint | value: n |       value: n = -1 for null
 * </pre>
 *
 * Varints are Kafka's, with the sign in the last bit.
 */
public final class HeaderFormat {
    private static final byte NO_HEADERS = 0;
    private static final int ABSENT = -1;

    private HeaderFormat() {}

    // ---- writing ----

    /** Puts headers in front of bytes. */
    public static byte[] prepend(Headers headers, byte[] rest) {
        Header[] all = headers.toArray();
        if (all.length == 0) {
            byte[] stored = new byte[1 + rest.length];
            stored[0] = NO_HEADERS;
            System.arraycopy(rest, 0, stored, 1, rest.length);
            return stored;
        }
        int size = ByteUtils.sizeOfVarint(all.length);
        for (Header header : all) {
            size += bytesOf(utf8(header.key())) + bytesOf(header.value());
        }
        ByteBuffer stored = ByteBuffer.allocate(ByteUtils.sizeOfVarint(size) + size + rest.length);
        ByteUtils.writeVarint(size, stored);
        ByteUtils.writeVarint(all.length, stored);
        for (Header header : all) {
            put(stored, utf8(header.key()));
            put(stored, header.value());
        }
        return stored.put(rest).array();
    }

    private static int bytesOf(byte @Nullable [] part) {
        return part == null ? ByteUtils.sizeOfVarint(ABSENT) : ByteUtils.sizeOfVarint(part.length) + part.length;
    }

    private static void put(ByteBuffer target, byte @Nullable [] part) {
        if (part == null) {
            ByteUtils.writeVarint(ABSENT, target);
        } else {
            ByteUtils.writeVarint(part.length, target);
            target.put(part);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // ---- reading ----

    /** The headers in front of stored bytes. */
    public static Headers headersOf(byte[] stored) {
        RecordHeaders headers = new RecordHeaders();
        ByteBuffer source = ByteBuffer.wrap(stored);
        if (ByteUtils.readVarint(source) == 0) {
            return headers;
        }
        int count = ByteUtils.readVarint(source);
        for (int i = 0; i < count; i++) {
            byte[] name = part(source);
            headers.add(name == null ? "" : new String(name, StandardCharsets.UTF_8), part(source));
        }
        return headers;
    }

    private static byte @Nullable [] part(ByteBuffer source) {
        int length = ByteUtils.readVarint(source);
        if (length == ABSENT) {
            return null;
        }
        byte[] part = new byte[length];
        source.get(part);
        return part;
    }

    /** What comes after the headers. */
    public static byte[] restOf(byte[] stored) {
        ByteBuffer source = ByteBuffer.wrap(stored);
        int size = ByteUtils.readVarint(source);
        byte[] rest = new byte[source.remaining() - size];
        source.position(source.position() + size).get(rest);
        return rest;
    }
}
