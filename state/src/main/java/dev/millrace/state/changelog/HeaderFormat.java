package dev.millrace.state.changelog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * Headers in front of a stored value. In a changelog they are the record's own.
 *
 * <pre>
 *   stored    | rest ... |                                         no headers: as if there could be none
 *             | 0x80 | size: varint | headers: size | rest ... |   headers, perhaps 0 of them
 *   supplied  | size: varint | headers: size | rest ... |          size 0: no headers
 *   headers   | count: varint | header ... |
 *   header    | n: varint | name: n | n: varint | value: n |       value: n = -1 for null
 * </pre>
 *
 * Varints are Kafka's, with the sign in the last bit. "Stored" is our own form: a store that began to keep headers can read what
 * it wrote before. That is certain if the rest begins with an event time, which never begins with 0x80; an aggregate of a session
 * may, and then gets 0 headers in front. "Supplied" is the reference's (KIP-1271), for stores of bytes that users supply.
 */
public final class HeaderFormat {
    private static final byte MARK = (byte) 0x80;
    private static final byte NO_HEADERS = 0;
    private static final int ABSENT = -1;

    private HeaderFormat() {}

    // ---- writing ----

    /** Puts headers in front of bytes. */
    public static byte[] prepend(Headers headers, byte[] rest) {
        Header[] all = headers.toArray();
        if (all.length == 0 && !isMarked(rest)) {
            return rest;
        }
        int size = ByteUtils.sizeOfVarint(all.length);
        for (Header header : all) {
            size += bytesOf(utf8(header.key())) + bytesOf(header.value());
        }
        ByteBuffer stored = ByteBuffer.allocate(1 + ByteUtils.sizeOfVarint(size) + size + rest.length);
        ByteUtils.writeVarint(size, stored.put(MARK));
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
        if (!isMarked(stored)) {
            return headers;
        }
        ByteBuffer source = ByteBuffer.wrap(stored, 1, stored.length - 1);
        ByteUtils.readVarint(source);
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

    private static boolean isMarked(byte[] stored) {
        return stored.length > 0 && stored[0] == MARK;
    }

    /** What comes after the headers. */
    public static byte[] restOf(byte[] stored) {
        if (!isMarked(stored)) {
            return stored;
        }
        ByteBuffer source = ByteBuffer.wrap(stored, 1, stored.length - 1);
        int size = ByteUtils.readVarint(source);
        byte[] rest = new byte[source.remaining() - size];
        source.position(source.position() + size).get(rest);
        return rest;
    }

    // ---- stores that users supply ----

    /** The form for a store that a user supplied. */
    public static byte[] toSupplied(byte[] stored) {
        return isMarked(stored) ? Arrays.copyOfRange(stored, 1, stored.length) : withFirst(NO_HEADERS, stored);
    }

    /** The stored form of what a store gives that a user supplied. */
    public static byte[] ofSupplied(byte[] supplied) {
        return supplied[0] == NO_HEADERS
                ? prepend(new RecordHeaders(), Arrays.copyOfRange(supplied, 1, supplied.length))
                : withFirst(MARK, supplied);
    }

    private static byte[] withFirst(byte first, byte[] bytes) {
        byte[] all = new byte[1 + bytes.length];
        all[0] = first;
        System.arraycopy(bytes, 0, all, 1, bytes.length);
        return all;
    }
}
