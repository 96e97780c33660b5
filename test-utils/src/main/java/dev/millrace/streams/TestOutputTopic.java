package dev.millrace.streams;

import dev.millrace.driver.CapturedRecord;
import dev.millrace.driver.Driver;
import dev.millrace.streams.test.TestRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.NullUnmarked;

/**
 * Reads what a topology wrote to a topic, record by record and each record once; made by
 * {@link TopologyTestDriver#createOutputTopic}. Reading where there is nothing left is a
 * {@link java.util.NoSuchElementException}; the methods that read all return nothing then.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@NullUnmarked
public class TestOutputTopic<K, V> {
    private final Driver driver;
    private final String topic;
    private final Deserializer<K> keyDeserializer;
    private final Deserializer<V> valueDeserializer;

    TestOutputTopic(
            Driver driver, String topicName, Deserializer<K> keyDeserializer, Deserializer<V> valueDeserializer) {
        this.driver = driver;
        this.topic = Objects.requireNonNull(topicName, "topicName cannot be null");
        this.keyDeserializer = Objects.requireNonNull(keyDeserializer, "keyDeserializer cannot be null");
        this.valueDeserializer = Objects.requireNonNull(valueDeserializer, "valueDeserializer cannot be null");
    }

    /** Reads the value of the next record. */
    public V readValue() {
        return readRecord().value();
    }

    /** Reads key and value of the next record. */
    public KeyValue<K, V> readKeyValue() {
        TestRecord<K, V> record = readRecord();
        return new KeyValue<>(record.key(), record.value());
    }

    /** Reads the next record. */
    public TestRecord<K, V> readRecord() {
        CapturedRecord record = driver.takeOutput(topic);
        return new TestRecord<>(
                keyDeserializer.deserialize(topic, record.headers(), record.key()),
                valueDeserializer.deserialize(topic, record.headers(), record.value()),
                record.headers(),
                record.time());
    }

    /** Reads all records that are left. */
    public List<TestRecord<K, V>> readRecordsToList() {
        List<TestRecord<K, V>> records = new ArrayList<>();
        while (!isEmpty()) {
            records.add(readRecord());
        }
        return records;
    }

    /** Reads all records that are left into a map: the last value of each key. Null keys are not allowed. */
    public Map<K, V> readKeyValuesToMap() {
        Map<K, V> last = new LinkedHashMap<>();
        for (TestRecord<K, V> record : readRecordsToList()) {
            if (record.key() == null) {
                throw new IllegalStateException(
                        "A record without a key cannot be in a map: read the records with readRecordsToList");
            }
            last.put(record.key(), record.value());
        }
        return last;
    }

    /** Reads keys and values of all records that are left. */
    public List<KeyValue<K, V>> readKeyValuesToList() {
        return readRecordsToList().stream()
                .map(record -> new KeyValue<>(record.key(), record.value()))
                .toList();
    }

    /** Reads the values of all records that are left. */
    public List<V> readValuesToList() {
        List<V> values = new ArrayList<>();
        readRecordsToList().forEach(record -> values.add(record.value()));
        return values;
    }

    /** How many records are left to read. */
    public final long getQueueSize() {
        return driver.outputSize(topic);
    }

    /** Whether nothing is left to read. */
    public final boolean isEmpty() {
        return getQueueSize() == 0;
    }

    @Override
    public String toString() {
        return "TestOutputTopic[topic='" + topic + "', keyDeserializer="
                + keyDeserializer.getClass().getSimpleName() + ", valueDeserializer="
                + valueDeserializer.getClass().getSimpleName() + ", size=" + getQueueSize() + "]";
    }
}
