package dev.millrace.streams.processor.api;

import dev.millrace.streams.errors.StreamsException;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record as processors see it: key, value, timestamp and headers.
 *
 * <p>The {@code with} methods return a new record. Headers are copied whenever a record is made, so that a change to those
 * of one record does not show in another; apart from that, a record does not change.
 *
 * <p>Not thread-safe, because headers can change. Source: KIP-478.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 */
@SuppressWarnings("JavaLangClash") // the name is given
public class Record<K, V> {
    private final K key;
    private final V value;
    private final long timestamp;
    private final Headers headers;

    /**
     * Creates the record.
     *
     * @param key the key, may be null
     * @param value the value, may be null
     * @param timestamp the timestamp, not negative
     * @param headers the headers, which are copied; null for none
     * @throws StreamsException if the timestamp is negative
     */
    public Record(K key, V value, long timestamp, Headers headers) {
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

    /** Creates a record without headers. See {@link #Record(Object, Object, long, Headers)}. */
    public Record(K key, V value, long timestamp) {
        this(key, value, timestamp, null);
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

    /** The same with this key. */
    public <NewK> Record<NewK, V> withKey(NewK key) {
        return new Record<>(key, value, timestamp, headers);
    }

    /** The same with this value. */
    public <NewV> Record<K, NewV> withValue(NewV value) {
        return new Record<>(key, value, timestamp, headers);
    }

    /**
     * The same with this timestamp.
     *
     * @throws StreamsException if it is negative
     */
    public Record<K, V> withTimestamp(long timestamp) {
        return new Record<>(key, value, timestamp, headers);
    }

    /** The same with a copy of these headers; null for none. */
    public Record<K, V> withHeaders(Headers headers) {
        return new Record<>(key, value, timestamp, headers);
    }

    @Override
    public String toString() {
        return "Record{key=" + key + ", value=" + value + ", timestamp=" + timestamp + ", headers=" + headers + "}";
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Record<?, ?> that
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
