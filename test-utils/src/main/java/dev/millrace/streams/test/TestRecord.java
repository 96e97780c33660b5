package dev.millrace.streams.test;

import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A key, value, headers and time, as a test pipes them in or reads them back. Equal to another record with equal parts.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 */
public class TestRecord<K, V> {
    private final Headers headers;
    private final K key;
    private final V value;
    private final Instant recordTime;

    /** A record with all its parts. A null time is filled in by the input topic; null headers are empty ones. */
    public TestRecord(K key, V value, Headers headers, Instant recordTime) {
        this.key = key;
        this.value = value;
        this.headers = new RecordHeaders(headers);
        this.recordTime = recordTime;
    }

    /** See {@link #TestRecord(Object, Object, Headers, Instant)}; the time in milliseconds, not negative. */
    public TestRecord(K key, V value, Headers headers, Long timestampMs) {
        this(key, value, headers, timestampMs == null ? null : Instant.ofEpochMilli(notNegative(timestampMs)));
    }

    /** See {@link #TestRecord(Object, Object, Headers, Instant)}. */
    public TestRecord(K key, V value, Instant recordTime) {
        this(key, value, null, recordTime);
    }

    /** See {@link #TestRecord(Object, Object, Headers, Instant)}. */
    public TestRecord(K key, V value, Headers headers) {
        this(key, value, headers, (Instant) null);
    }

    /** See {@link #TestRecord(Object, Object, Headers, Instant)}. */
    public TestRecord(K key, V value) {
        this(key, value, null, (Instant) null);
    }

    /** A record without a key; see {@link #TestRecord(Object, Object, Headers, Instant)}. */
    public TestRecord(V value) {
        this(null, value);
    }

    /** What a consumer received. */
    public TestRecord(ConsumerRecord<K, V> record) {
        this(record.key(), record.value(), record.headers(), Instant.ofEpochMilli(record.timestamp()));
    }

    /** What a producer is to send. */
    public TestRecord(ProducerRecord<K, V> record) {
        this(
                record.key(),
                record.value(),
                record.headers(),
                record.timestamp() == null ? null : Instant.ofEpochMilli(record.timestamp()));
    }

    private static long notNegative(long timestampMs) {
        if (timestampMs < 0) {
            throw new IllegalArgumentException(
                    "The timestamp of a record cannot be " + timestampMs + ": give one from 0 on, or none");
        }
        return timestampMs;
    }

    /** The headers, never null. */
    public Headers headers() {
        return headers;
    }

    /** The key, or null. */
    public K key() {
        return key;
    }

    /** The value, or null. */
    public V value() {
        return value;
    }

    /** The time in milliseconds since the epoch, or null if it is for the input topic to fill in. */
    public Long timestamp() {
        return recordTime == null ? null : recordTime.toEpochMilli();
    }

    /** See {@link #headers()}. */
    public Headers getHeaders() {
        return headers;
    }

    /** See {@link #key()}. */
    public K getKey() {
        return key;
    }

    /** See {@link #value()}. */
    public V getValue() {
        return value;
    }

    /** The time, or null if it is for the input topic to fill in. */
    public Instant getRecordTime() {
        return recordTime;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TestRecord<?, ?> record
                && headers.equals(record.headers)
                && Objects.equals(key, record.key)
                && Objects.equals(value, record.value)
                && Objects.equals(recordTime, record.recordTime);
    }

    @Override
    public int hashCode() {
        return Objects.hash(headers, key, value, recordTime);
    }

    @Override
    public String toString() {
        return "TestRecord[key=" + key + ", value=" + value + ", headers=" + headers + ", recordTime=" + recordTime
                + "]";
    }
}
