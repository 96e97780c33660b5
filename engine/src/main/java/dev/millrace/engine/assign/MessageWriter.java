package dev.millrace.engine.assign;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Writes the fields of a group message one after the other: integers big-endian, strings and lists behind their length. */
final class MessageWriter {
    private ByteBuffer bytes = ByteBuffer.allocate(256);

    MessageWriter writeInt(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    MessageWriter writeLong(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    MessageWriter writeUuid(UUID value) {
        return writeLong(value.getMostSignificantBits()).writeLong(value.getLeastSignificantBits());
    }

    MessageWriter writeString(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        writeInt(encoded.length);
        room(encoded.length).put(encoded);
        return this;
    }

    <T> MessageWriter writeList(Collection<T> elements, BiConsumer<MessageWriter, T> each) {
        writeInt(elements.size());
        elements.forEach(element -> each.accept(this, element));
        return this;
    }

    ByteBuffer toBytes() {
        return ByteBuffer.wrap(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private ByteBuffer room(int size) {
        if (bytes.remaining() < size) {
            int capacity = Math.max(2 * bytes.capacity(), bytes.position() + size);
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), capacity)).position(bytes.position());
        }
        return bytes;
    }
}
