package dev.millrace.streams.state;

import dev.millrace.streams.errors.StreamsException;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The serdes of a store together with the name of its topic, which serdes want to know.
 *
 * <p>As thread-safe as the serdes.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class StateSerdes<K, V> {
    /** How many bytes a timestamp takes. */
    public static final int TIMESTAMP_SIZE = 8;

    /** How many bytes a truth value takes. */
    public static final int BOOLEAN_SIZE = 1;

    private final String topic;
    private final Serde<K> keySerde;
    private final Serde<V> valueSerde;

    /**
     * Creates the pair.
     *
     * @throws NullPointerException if one is null
     */
    public StateSerdes(String topic, Serde<K> keySerde, Serde<V> valueSerde) {
        this.topic = Objects.requireNonNull(topic, "topic cannot be null");
        this.keySerde = Objects.requireNonNull(keySerde, "key serde cannot be null");
        this.valueSerde = Objects.requireNonNull(valueSerde, "value serde cannot be null");
    }

    /**
     * The serdes of types that {@link Serdes} knows.
     *
     * @throws IllegalArgumentException if there is no built-in serde for one
     */
    public static <K, V> StateSerdes<K, V> withBuiltinTypes(String topic, Class<K> keyClass, Class<V> valueClass) {
        return new StateSerdes<>(topic, Serdes.serdeFrom(keyClass), Serdes.serdeFrom(valueClass));
    }

    /** The serde of keys. */
    public Serde<K> keySerde() {
        return keySerde;
    }

    /** The serde of values. */
    public Serde<V> valueSerde() {
        return valueSerde;
    }

    /** What reads keys. */
    public Deserializer<K> keyDeserializer() {
        return keySerde.deserializer();
    }

    /** What writes keys. */
    public Serializer<K> keySerializer() {
        return keySerde.serializer();
    }

    /** What reads values. */
    public Deserializer<V> valueDeserializer() {
        return valueSerde.deserializer();
    }

    /** What writes values. */
    public Serializer<V> valueSerializer() {
        return valueSerde.serializer();
    }

    /** The name of the topic. */
    public String topic() {
        return topic;
    }

    /**
     * Reads a key.
     *
     * @deprecated use {@link #keyFrom(byte[], Headers)}
     */
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // users should choose
    public K keyFrom(byte[] rawKey) {
        return keyFrom(rawKey, new RecordHeaders());
    }

    /** Reads a key. */
    public K keyFrom(byte[] rawKey, Headers headers) {
        return keySerde.deserializer().deserialize(topic, headers, rawKey);
    }

    /**
     * Reads a value.
     *
     * @deprecated use {@link #valueFrom(byte[], Headers)}
     */
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // users should choose
    public V valueFrom(byte[] rawValue) {
        return valueFrom(rawValue, new RecordHeaders());
    }

    /** Reads a value. */
    public V valueFrom(byte[] rawValue, Headers headers) {
        return valueSerde.deserializer().deserialize(topic, headers, rawValue);
    }

    /**
     * Writes a key.
     *
     * @deprecated use {@link #rawKey(Object, Headers)}
     */
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // users should choose
    public byte[] rawKey(K key) {
        return rawKey(key, new RecordHeaders());
    }

    /**
     * Writes a key.
     *
     * @throws StreamsException if the serde is for another type
     */
    public byte[] rawKey(K key, Headers headers) {
        return write(keySerde.serializer(), headers, key, "key");
    }

    /**
     * Writes a value.
     *
     * @deprecated use {@link #rawValue(Object, Headers)}
     */
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // users should choose
    public byte[] rawValue(V value) {
        return rawValue(value, new RecordHeaders());
    }

    /**
     * Writes a value.
     *
     * @throws StreamsException if the serde is for another type
     */
    public byte[] rawValue(V value, Headers headers) {
        return write(valueSerde.serializer(), headers, value, "value");
    }

    private <T> byte[] write(Serializer<T> serializer, Headers headers, T data, String role) {
        try {
            return serializer.serialize(topic, headers, data);
        } catch (ClassCastException e) {
            throw new StreamsException(
                    "The serializer " + serializer.getClass().getName() + " cannot write a " + role + " of type "
                            + (data == null
                                    ? "unknown, because it is null"
                                    : data.getClass().getName())
                            + " to " + topic + ": give the right serdes, or change the default ones",
                    e);
        }
    }
}
