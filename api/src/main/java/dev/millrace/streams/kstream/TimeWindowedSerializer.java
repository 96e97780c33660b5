package dev.millrace.streams.kstream;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes a key and its time window.
 *
 * <pre>{@code
 * +-----------+--------------------+
 * | key bytes | window start, 8 BE |
 * +-----------+--------------------+
 * }</pre>
 *
 * <p>The end is not written: whoever reads must know the size. As thread-safe as the inner serializer.
 *
 * @param <T> the type of the key
 */
public class TimeWindowedSerializer<T> implements WindowedSerializer<T> {
    /** The configuration that names the class of the inner key's serde. */
    public static final String WINDOWED_INNER_SERIALIZER_CLASS = "windowed.inner.serializer.class";

    private Serializer<T> inner;

    /** For the configuration: {@link #configure} must be called before use. */
    public TimeWindowedSerializer() {}

    /** Creates the serializer of keys that are written like this. */
    public TimeWindowedSerializer(Serializer<T> inner) {
        this.inner = inner;
    }

    /**
     * Finds the inner serializer, if it was not given.
     *
     * @throws IllegalArgumentException if there is none, or another than the one given
     */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        inner = InnerSerde.serializer(inner, configs, WINDOWED_INNER_SERIALIZER_CLASS, isKey);
    }

    /** Writes the key and the window's start; null for null. */
    @Override
    public byte[] serialize(String topic, Windowed<T> data) {
        return data == null ? null : bytes(inner().serialize(topic, data.key()), data.window());
    }

    /** Like {@link #serialize(String, Windowed)}, for a record with these headers. */
    @Override
    public byte[] serialize(String topic, Headers headers, Windowed<T> data) {
        return data == null ? null : bytes(inner().serialize(topic, headers, data.key()), data.window());
    }

    private static byte[] bytes(byte[] key, Window window) {
        return ByteBuffer.allocate(key.length + Long.BYTES)
                .put(key)
                .putLong(window.start())
                .array();
    }

    @Override
    public void close() {
        if (inner != null) {
            inner.close();
        }
    }

    @Override
    public byte[] serializeBaseKey(String topic, Windowed<T> data) {
        return inner().serialize(topic, data.key());
    }

    @Override
    public byte[] serializeBaseKey(String topic, Headers headers, Windowed<T> data) {
        return inner().serialize(topic, headers, data.key());
    }

    private Serializer<T> inner() {
        return Objects.requireNonNull(
                inner,
                "This TimeWindowedSerializer has no inner serializer: give it to the constructor or configure it");
    }
}
