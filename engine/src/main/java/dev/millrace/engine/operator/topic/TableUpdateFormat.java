package dev.millrace.engine.operator.topic;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a table update in a repartition topic, as the reference writes them: the last byte says what precedes it.
 *
 * <pre>
 *  new value only      +---------------------+------+
 *                      | new value           | 0x01 |
 *                      +---------------------+------+
 *  old value only      +---------------------+------+
 *                      | old value           | 0x00 |
 *                      +---------------------+------+
 *  both                +-------------------+-----------+-----------+------+
 *                      | n: zigzag varint  | new value | old value | 0x02 |
 *                      |                   | n bytes   | the rest  |      |
 *                      +-------------------+-----------+-----------+------+
 * </pre>
 *
 * <p>The reference also reads the kinds 0x03 (old only), 0x04 (new only) and 0x05 (both), in which one more byte, whether
 * the update is the latest of its key, stands before the kind. So do we; that byte changes nothing for an aggregation.
 */
final class TableUpdateFormat {
    private static final byte OLD_ONLY = 0;
    private static final byte NEW_ONLY = 1;
    private static final byte BOTH = 2;
    private static final byte OLD_ONLY_MARKED = 3;
    private static final byte NEW_ONLY_MARKED = 4;
    private static final byte BOTH_MARKED = 5;

    private static final int KIND_BYTES = 1;
    private static final int MARK_BYTES = 1;

    private TableUpdateFormat() {}

    static byte[] write(byte @Nullable [] newValue, byte @Nullable [] oldValue) {
        if (newValue != null && oldValue != null) {
            return both(newValue, oldValue);
        }
        if (newValue != null) {
            return single(newValue, NEW_ONLY);
        }
        if (oldValue != null) {
            return single(oldValue, OLD_ONLY);
        }
        throw new IllegalArgumentException("A table update without a new and an old value cannot be written");
    }

    private static byte[] single(byte[] value, byte kind) {
        byte[] bytes = new byte[value.length + KIND_BYTES];
        System.arraycopy(value, 0, bytes, 0, value.length);
        bytes[value.length] = kind;
        return bytes;
    }

    private static byte[] both(byte[] newValue, byte[] oldValue) {
        int length = ByteUtils.sizeOfVarint(newValue.length) + newValue.length + oldValue.length + KIND_BYTES;
        ByteBuffer buffer = ByteBuffer.allocate(length);
        ByteUtils.writeVarint(newValue.length, buffer);
        buffer.put(newValue).put(oldValue).put(BOTH);
        return buffer.array();
    }

    /** The new value's bytes, null if there is none. */
    static byte @Nullable [] newValue(byte[] update) {
        return switch (kind(update)) {
            case NEW_ONLY -> part(update, 0, end(update));
            case NEW_ONLY_MARKED -> part(update, 0, end(update) - MARK_BYTES);
            case BOTH, BOTH_MARKED -> {
                ByteBuffer buffer = ByteBuffer.wrap(update);
                int length = length(update, buffer);
                yield part(update, buffer.position(), buffer.position() + length);
            }
            default -> null;
        };
    }

    /** The old value's bytes, null if there is none. */
    static byte @Nullable [] oldValue(byte[] update) {
        return switch (kind(update)) {
            case OLD_ONLY -> part(update, 0, end(update));
            case OLD_ONLY_MARKED -> part(update, 0, end(update) - MARK_BYTES);
            case BOTH -> part(update, startOfOld(update), end(update));
            case BOTH_MARKED -> part(update, startOfOld(update), end(update) - MARK_BYTES);
            default -> null;
        };
    }

    private static int startOfOld(byte[] update) {
        ByteBuffer buffer = ByteBuffer.wrap(update);
        int length = length(update, buffer);
        return buffer.position() + length;
    }

    private static int length(byte[] update, ByteBuffer buffer) {
        try {
            return ByteUtils.readVarint(buffer);
        } catch (IllegalArgumentException tooLong) {
            throw malformed(update, "the length of its new value takes more than five bytes");
        }
    }

    private static byte kind(byte[] update) {
        byte kind = update.length == 0 ? -1 : update[update.length - KIND_BYTES];
        if (kind < OLD_ONLY || kind > BOTH_MARKED) {
            throw malformed(update, "its last byte must be from 0 to 5");
        }
        return kind;
    }

    private static int end(byte[] update) {
        return update.length - KIND_BYTES;
    }

    private static byte[] part(byte[] update, int from, int to) {
        if (from > to || to > update.length) {
            throw malformed(update, "it is too short for the lengths it names");
        }
        byte[] part = new byte[to - from];
        System.arraycopy(update, from, part, 0, part.length);
        return part;
    }

    private static SerializationException malformed(byte[] update, String why) {
        return new SerializationException("A value of " + update.length + " bytes is not a table update: " + why);
    }
}
