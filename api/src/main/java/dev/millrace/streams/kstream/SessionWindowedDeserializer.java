package dev.millrace.streams.kstream;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads a key and its session, as written by {@link SessionWindowedSerializer}.
 *
 * <p>As thread-safe as the inner deserializer.
 *
 * @param <T> the type of the key
 */
public class SessionWindowedDeserializer<T> implements Deserializer<Windowed<T>> {
    /** The configuration that names the class of the inner key's serde. */
    public static final String WINDOWED_INNER_DESERIALIZER_CLASS = "windowed.inner.deserializer.class";

    private static final int SESSION_LENGTH = 2 * Long.BYTES;

    private Deserializer<T> inner;

    /** For the configuration: {@link #configure} must be called before use. */
    public SessionWindowedDeserializer() {}

    /** Creates the deserializer of keys that are read like this. */
    public SessionWindowedDeserializer(Deserializer<T> inner) {
        this.inner = inner;
    }

    /**
     * Finds the inner deserializer, if it was not given.
     *
     * @throws IllegalArgumentException if there is none, or another than the one given
     */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        inner = InnerSerde.deserializer(inner, configs, WINDOWED_INNER_DESERIALIZER_CLASS, isKey);
    }

    /**
     * Reads the key and its session; null for null or no bytes.
     *
     * @throws SerializationException if the bytes are too few
     */
    @Override
    public Windowed<T> deserialize(String topic, byte[] data) {
        return isNothing(data) ? null : windowed(inner().deserialize(topic, keyOf(data)), data);
    }

    /** Like {@link #deserialize(String, byte[])}, for a record with these headers. */
    @Override
    public Windowed<T> deserialize(String topic, Headers headers, byte[] data) {
        return isNothing(data) ? null : windowed(inner().deserialize(topic, headers, keyOf(data)), data);
    }

    private static boolean isNothing(byte[] data) {
        return data == null || data.length == 0;
    }

    private static byte[] keyOf(byte[] data) {
        if (data.length < SESSION_LENGTH) {
            throw new SerializationException(
                    "Cannot read a session from " + data.length + " bytes: the session alone takes " + SESSION_LENGTH);
        }
        return Arrays.copyOf(data, data.length - SESSION_LENGTH);
    }

    private static <T> Windowed<T> windowed(T key, byte[] data) {
        ByteBuffer session = ByteBuffer.wrap(data, data.length - SESSION_LENGTH, SESSION_LENGTH);
        long end = session.getLong();
        long start = session.getLong();
        return new Windowed<>(key, new SessionWindow(start, end));
    }

    @Override
    public void close() {
        if (inner != null) {
            inner.close();
        }
    }

    private Deserializer<T> inner() {
        return Objects.requireNonNull(
                inner,
                "This SessionWindowedDeserializer has no inner deserializer:"
                        + " give it to the constructor or configure it");
    }
}
