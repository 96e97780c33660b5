package dev.millrace.examples.flights;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Objects of one type as JSON. */
final class JsonSerde<T> implements Serde<T> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Class<T> type;

    JsonSerde(Class<T> type) {
        this.type = type;
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : write(topic, value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(topic, bytes);
    }

    private static byte @Nullable [] write(String topic, Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException failure) {
            throw new SerializationException("Cannot write " + value + " to " + topic, failure);
        }
    }

    private @Nullable T read(String topic, byte[] bytes) {
        try {
            return JSON.readValue(bytes, type);
        } catch (IOException failure) {
            throw new SerializationException(
                    "Not a " + type.getSimpleName() + " in " + topic + ": " + failure.getMessage(), failure);
        }
    }
}
