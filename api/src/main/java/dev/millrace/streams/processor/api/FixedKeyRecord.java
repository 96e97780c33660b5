package dev.millrace.streams.processor.api;

import dev.millrace.streams.errors.StreamsException;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record whose key cannot be changed: what a {@link FixedKeyProcessor} gets and sends on.
 *
 * <p>As {@link Record} otherwise.
 *
 * <p>Source: KIP-820.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 */
public final class FixedKeyRecord<K, V> {
    private final K key;
    private final V value;
    private final long timestamp;
    private final Headers headers;

    FixedKeyRecord(K key, V value, long timestamp, Headers headers) {
        if (timestamp < 0) {
            throw new StreamsException(
                    "Malformed Record",
                    new IllegalArgumentException("The timestamp of a record cannot be negative, but is " + timestamp));
        }
        this.key = key;
        this.value = value;
        this.timestamp = timestamp;
        this.headers = new RecordHeaders(headers);
    }

    /** The key, may be null. */
    public K key() {
        return key;
    }

    /** The value, may be null. */
    public V value() {
        return value;
    }

    /** The timestamp, in milliseconds since the epoch. */
    public long timestamp() {
        return timestamp;
    }

    /** The headers, never null. Changing them changes this record. */
    public Headers headers() {
        return headers;
    }

    /** The same with this value. */
    public <NewV> FixedKeyRecord<K, NewV> withValue(NewV value) {
        return new FixedKeyRecord<>(key, value, timestamp, headers);
    }

    /**
     * The same with this timestamp.
     *
     * @throws StreamsException if it is negative
     */
    public FixedKeyRecord<K, V> withTimestamp(long timestamp) {
        return new FixedKeyRecord<>(key, value, timestamp, headers);
    }

    /** The same with a copy of these headers; null for none. */
    public FixedKeyRecord<K, V> withHeaders(Headers headers) {
        return new FixedKeyRecord<>(key, value, timestamp, headers);
    }

    @Override
    public String toString() {
        return "FixedKeyRecord{key=" + key + ", value=" + value + ", timestamp=" + timestamp + ", headers=" + headers
                + "}";
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof FixedKeyRecord<?, ?> that
                        && timestamp == that.timestamp
                        && Objects.equals(key, that.key)
                        && Objects.equals(value, that.value)
                        && headers.equals(that.headers));
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, value, timestamp, headers);
    }
}
