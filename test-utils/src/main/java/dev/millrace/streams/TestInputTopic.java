package dev.millrace.streams;

import dev.millrace.driver.Driver;
import dev.millrace.streams.test.TestRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.NullUnmarked;

/**
 * Pipes records into a topic that a topology reads; made by
 * {@link TopologyTestDriver#createInputTopic(String, Serializer, Serializer, Instant, Duration)}.
 *
 * <p>A record without a time of its own gets this topic's current time, which then advances by the topic's step. Each record
 * is processed to its end, and committed, before the method returns.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@NullUnmarked
public class TestInputTopic<K, V> {
    private final Driver driver;
    private final String topic;
    private final Serializer<K> keySerializer;
    private final Serializer<V> valueSerializer;
    private final Duration autoAdvance;
    private Instant currentTime;

    TestInputTopic(
            Driver driver,
            String topicName,
            Serializer<K> keySerializer,
            Serializer<V> valueSerializer,
            Instant startTimestamp,
            Duration autoAdvance) {
        this.driver = driver;
        this.topic = Objects.requireNonNull(topicName, "topicName cannot be null");
        this.keySerializer = Objects.requireNonNull(keySerializer, "keySerializer cannot be null");
        this.valueSerializer = Objects.requireNonNull(valueSerializer, "valueSerializer cannot be null");
        this.currentTime = Objects.requireNonNull(startTimestamp, "startTimestamp cannot be null");
        this.autoAdvance = checkedAdvance(Objects.requireNonNull(autoAdvance, "autoAdvance cannot be null"));
    }

    private static Duration checkedAdvance(Duration advance) {
        if (advance.isNegative()) {
            throw new IllegalArgumentException("Time cannot go back, but it is to advance by " + advance);
        }
        return advance;
    }

    /** Advances this topic's current time; the driver's wall-clock time is another. */
    public void advanceTime(Duration advance) {
        currentTime = currentTime.plus(checkedAdvance(advance));
    }

    private Instant nextTime() {
        Instant time = currentTime;
        currentTime = currentTime.plus(autoAdvance);
        return time;
    }

    /** Pipes a record; if it has no time, at this topic's current time. */
    public void pipeInput(TestRecord<K, V> record) {
        pipe(record.key(), record.value(), record.headers(), record.getRecordTime());
    }

    private void pipe(K key, V value, Headers headers, Instant timeOrNull) {
        Instant time = timeOrNull == null ? nextTime() : timeOrNull;
        driver.pipe(
                topic,
                keySerializer.serialize(topic, headers, key),
                valueSerializer.serialize(topic, headers, value),
                headers,
                time.toEpochMilli());
    }

    private void pipe(K key, V value, Instant timeOrNull) {
        pipe(key, value, new RecordHeaders(), timeOrNull);
    }

    /** Pipes a value without a key. */
    public void pipeInput(V value) {
        pipe(null, value, null);
    }

    /** Pipes a key and a value. */
    public void pipeInput(K key, V value) {
        pipe(key, value, null);
    }

    /** Pipes a value without a key at a time; null for this topic's current time. */
    public void pipeInput(V value, Instant timestamp) {
        pipe(null, value, timestamp);
    }

    /** Pipes a key and a value at a time in milliseconds, not negative. */
    public void pipeInput(K key, V value, long timestampMs) {
        pipeInput(new TestRecord<>(key, value, new RecordHeaders(), timestampMs));
    }

    /** Pipes a key and a value at a time; null for this topic's current time. */
    public void pipeInput(K key, V value, Instant timestamp) {
        pipe(key, value, timestamp);
    }

    /** Pipes one record after the other. */
    public void pipeRecordList(List<? extends TestRecord<K, V>> records) {
        records.forEach(this::pipeInput);
    }

    /** Pipes one pair after the other, at this topic's current time. */
    public void pipeKeyValueList(List<KeyValue<K, V>> keyValues) {
        keyValues.forEach(pair -> pipe(pair.key, pair.value, null));
    }

    /** Pipes one value after the other, at this topic's current time. */
    public void pipeValueList(List<V> values) {
        values.forEach(value -> pipe(null, value, null));
    }

    /** Pipes one pair after the other, the first at {@code startTimestamp}, each later than the one before by {@code advance}. */
    public void pipeKeyValueList(List<KeyValue<K, V>> keyValues, Instant startTimestamp, Duration advance) {
        Instant time = startTimestamp;
        for (KeyValue<K, V> pair : keyValues) {
            pipe(pair.key, pair.value, time);
            time = time.plus(advance);
        }
    }

    /** Pipes one value after the other, the first at {@code startTimestamp}, each later than the one before by {@code advance}. */
    public void pipeValueList(List<V> values, Instant startTimestamp, Duration advance) {
        Instant time = startTimestamp;
        for (V value : values) {
            pipe(null, value, time);
            time = time.plus(advance);
        }
    }

    @Override
    public String toString() {
        return "TestInputTopic[topic='" + topic + "', keySerializer="
                + keySerializer.getClass().getSimpleName() + ", valueSerializer="
                + valueSerializer.getClass().getSimpleName() + "]";
    }
}
