package dev.millrace.streams.kstream;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads a key and its time window.
 *
 * <pre>{@code
 * +-----------+--------------------+                    as written by TimeWindowedSerializer
 * | key bytes | window start, 8 BE |
 * +-----------+--------------------+-------------+
 * | key bytes | window start, 8 BE | number, 4 BE |      as found in the changelog of a window store
 * +-----------+--------------------+-------------+
 * }</pre>
 *
 * <p>The window's end is its start plus the size, which must be given or configured. As thread-safe as the inner
 * deserializer.
 *
 * @param <T> the type of the key
 */
public class TimeWindowedDeserializer<T> implements Deserializer<Windowed<T>> {
    /** The configuration that says how large the windows are, in milliseconds. */
    public static final String WINDOW_SIZE_MS_CONFIG = "window.size.ms";

    /** The configuration that names the class of the inner key's serde. */
    public static final String WINDOWED_INNER_DESERIALIZER_CLASS = "windowed.inner.deserializer.class";

    private Deserializer<T> inner;
    private Long windowSize;
    private boolean isChangelogTopic;

    /** For the configuration: {@link #configure} must be called before use. */
    public TimeWindowedDeserializer() {}

    /** Creates the deserializer of keys that are read like this, in windows of this size in milliseconds. */
    public TimeWindowedDeserializer(Deserializer<T> inner, Long windowSize) {
        this.inner = inner;
        this.windowSize = windowSize;
    }

    /** The size of the windows in milliseconds, null if it is not known yet. */
    public Long getWindowSize() {
        return windowSize;
    }

    /**
     * Finds the window size and the inner deserializer, if they were not given.
     *
     * @throws IllegalArgumentException if one is given neither here nor to the constructor, if the size is given in
     *     both places, or if the deserializers differ
     */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        configureWindowSize(configs.get(WINDOW_SIZE_MS_CONFIG));
        inner = InnerSerde.deserializer(inner, configs, WINDOWED_INNER_DESERIALIZER_CLASS, isKey);
    }

    private void configureWindowSize(Object configured) {
        if (configured != null && windowSize != null) {
            throw new IllegalArgumentException("The window size is " + windowSize + " by the constructor and "
                    + configured + " by " + WINDOW_SIZE_MS_CONFIG + ": set only one of them");
        }
        if (configured == null && windowSize == null) {
            throw new IllegalArgumentException(
                    "The window size is not known: give it to the constructor or set " + WINDOW_SIZE_MS_CONFIG);
        }
        if (configured != null) {
            windowSize = configured instanceof Number size ? size.longValue() : Long.valueOf((String) configured);
        }
    }

    /**
     * Reads the key and its window; null for null or no bytes.
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

    private byte[] keyOf(byte[] data) {
        int keyLength = data.length - suffixLength();
        if (keyLength < 0) {
            throw new SerializationException("Cannot read a time window from " + data.length
                    + " bytes: the window alone takes " + suffixLength());
        }
        return Arrays.copyOf(data, keyLength);
    }

    private Windowed<T> windowed(T key, byte[] data) {
        Objects.requireNonNull(
                windowSize,
                "This TimeWindowedDeserializer does not know the window size:"
                        + " give it to the constructor or configure it");
        long start = ByteBuffer.wrap(data).getLong(data.length - suffixLength());
        long end = start + windowSize;
        return new Windowed<>(key, new TimeWindow(start, end < start ? Long.MAX_VALUE : end));
    }

    private int suffixLength() {
        return isChangelogTopic ? Long.BYTES + Integer.BYTES : Long.BYTES;
    }

    @Override
    public void close() {
        if (inner != null) {
            inner.close();
        }
    }

    /** Says whether the keys come from the changelog of a window store, which have a number at their end. */
    public void setIsChangelogTopic(boolean isChangelogTopic) {
        this.isChangelogTopic = isChangelogTopic;
    }

    private Deserializer<T> inner() {
        return Objects.requireNonNull(
                inner,
                "This TimeWindowedDeserializer has no inner deserializer: give it to the constructor or configure it");
    }
}
