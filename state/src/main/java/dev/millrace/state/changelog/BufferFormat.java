package dev.millrace.state.changelog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of the changelogs of buffers, as the reference writes them: of what a suppression holds back (its version 3), and
 * of the records that wait for a table's past to be complete.
 *
 * <pre>
 *   suppression     record key   | key, as the key serde writes it |
 *                   headers      "v" = | 3: 1 |                      none where the value is null
 *   records         record key   | 0 | timestamp: 8 | key ... | number: 4 |
 *
 *   both            record value | origin | sent | old | new | time: 8 |        null: it does not wait any more
 *                   timestamp    none
 *
 *   origin          | timestamp: 8 | offset: 8 | n: 4 | topic: n | partition: 4 | headers: 4 | header ... |
 *   header          | n: 4 | name: n | n: 4 | value: n |             value: n = -1 for null
 *   sent, old, new  | n: 4 | value: n |                              n = -1 for null; old: n = -2 if it equals "sent"
 * </pre>
 *
 * Numbers are big-endian. "Sent" is the value that downstream knows of the key, "old" what the last update replaced, "time"
 * the place in the order; a record has none of them, and 0 as its time.
 */
public final class BufferFormat {
    private static final String VERSION_HEADER = "v";
    private static final byte VERSION = 3;
    private static final int ABSENT = -1;
    private static final int AS_SENT = -2;
    private static final byte[] NO_BYTES = new byte[0];

    private BufferFormat() {}

    /** The headers of a record that holds an update. */
    public static Headers versionHeaders() {
        return new RecordHeaders(new Header[] {new RecordHeader(VERSION_HEADER, new byte[] {VERSION})});
    }

    // ---- writing ----

    /** The record value for an update. */
    public static byte[] write(BufferedBytes held) {
        byte[] topic = held.topic() == null ? NO_BYTES : utf8(held.topic());
        Header[] headers = held.headers().toArray();
        boolean oldAsSent = held.oldValue() != null && Arrays.equals(held.oldValue(), held.sent());
        int length = 4 * Long.BYTES - Long.BYTES + 3 * Integer.BYTES + topic.length;
        length += bytesOf(headers) + bytesOf(held.sent()) + bytesOf(held.newValue());
        length += oldAsSent ? Integer.BYTES : bytesOf(held.oldValue());
        ByteBuffer target = ByteBuffer.allocate(length);
        target.putLong(held.timestamp()).putLong(held.offset());
        put(target, topic);
        target.putInt(held.partition()).putInt(headers.length);
        for (Header header : headers) {
            put(target, utf8(header.key()));
            put(target, header.value());
        }
        put(target, held.sent());
        if (oldAsSent) {
            target.putInt(AS_SENT);
        } else {
            put(target, held.oldValue());
        }
        put(target, held.newValue());
        return target.putLong(held.timeMs()).array();
    }

    private static int bytesOf(Header[] headers) {
        int length = 0;
        for (Header header : headers) {
            length += Integer.BYTES + utf8(header.key()).length + bytesOf(header.value());
        }
        return length;
    }

    private static int bytesOf(byte @Nullable [] part) {
        return Integer.BYTES + (part == null ? 0 : part.length);
    }

    private static void put(ByteBuffer target, byte @Nullable [] part) {
        if (part == null) {
            target.putInt(ABSENT);
        } else {
            target.putInt(part.length).put(part);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // ---- reading ----

    /** The update in a record value. Fails if it is of another version. */
    public static BufferedBytes read(byte[] value, Headers recordHeaders) {
        Header version = recordHeaders.lastHeader(VERSION_HEADER);
        if (version == null || !Arrays.equals(version.value(), new byte[] {VERSION})) {
            throw new SerializationException("A record in the changelog of a suppression has the format version "
                    + (version == null ? "none" : Arrays.toString(version.value())) + ", but only version " + VERSION
                    + " can be read: let the application emit what it holds back, or reset it");
        }
        return read(value);
    }

    /** The update or record in a value of the current version. */
    public static BufferedBytes read(byte[] value) {
        ByteBuffer source = ByteBuffer.wrap(value);
        long timestamp = source.getLong();
        long offset = source.getLong();
        String topic = text(part(source));
        int partition = source.getInt();
        Headers headers = headers(source);
        byte[] sent = part(source);
        int oldLength = source.getInt();
        byte[] oldValue = oldLength == AS_SENT ? sent : part(source, oldLength);
        byte[] newValue = part(source);
        return new BufferedBytes(
                timestamp, offset, topic, partition, headers, sent, oldValue, newValue, source.getLong());
    }

    private static Headers headers(ByteBuffer source) {
        RecordHeaders headers = new RecordHeaders();
        int count = source.getInt();
        for (int i = 0; i < count; i++) {
            String name = text(part(source));
            headers.add(name == null ? "" : name, part(source));
        }
        return headers;
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] part(ByteBuffer source) {
        return part(source, source.getInt());
    }

    private static byte @Nullable [] part(ByteBuffer source, int length) {
        if (length == ABSENT) {
            return null;
        }
        byte[] part = new byte[length];
        source.get(part);
        return part;
    }
}
