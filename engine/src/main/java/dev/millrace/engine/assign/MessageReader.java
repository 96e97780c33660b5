package dev.millrace.engine.assign;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Reads what a {@link MessageWriter} wrote; fails with a {@code BufferUnderflowException} where bytes are missing. */
final class MessageReader {
    private final ByteBuffer bytes;

    MessageReader(ByteBuffer bytes) {
        this.bytes = bytes.duplicate();
    }

    int readInt() {
        return bytes.getInt();
    }

    long readLong() {
        return bytes.getLong();
    }

    UUID readUuid() {
        return new UUID(readLong(), readLong());
    }

    String readString() {
        byte[] encoded = new byte[readInt()];
        bytes.get(encoded);
        return new String(encoded, StandardCharsets.UTF_8);
    }

    <T> List<T> readList(Function<MessageReader, T> each) {
        int size = readInt();
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(each.apply(this));
        }
        return elements;
    }
}
