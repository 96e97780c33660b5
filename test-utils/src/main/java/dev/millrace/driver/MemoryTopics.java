package dev.millrace.driver;

import dev.millrace.engine.port.RecordSink;
import dev.millrace.engine.port.SendOrigin;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * All topics of a test: what was written is kept for the test to read, and what the topology reads itself also waits to be
 * processed. Every topic has one partition.
 */
final class MemoryTopics implements RecordSink {
    private final Predicate<String> isInput;
    private final Map<String, Deque<CapturedRecord>> outputs = new LinkedHashMap<>();
    private final Map<String, Long> nextInputOffsets = new HashMap<>();
    private final Map<TopicPartition, Long> nextChangelogOffsets = new HashMap<>();
    private final Queue<SingleRecord> arrivals = new ArrayDeque<>();

    /** The {@code isInput} says of a topic whether the topology reads it. */
    MemoryTopics(Predicate<String> isInput) {
        this.isInput = isInput;
    }

    // ---- towards the topology ----

    /** Puts a record where the topology will find it. */
    void arrive(String topic, CapturedRecord record) {
        long offset = nextInputOffsets.merge(topic, 1L, Long::sum) - 1;
        arrivals.add(new SingleRecord(new TopicPartition(topic, 0), offset, record));
    }

    /** Takes the record that has waited longest, or null. */
    @Nullable
    SingleRecord nextArrival() {
        return arrivals.poll();
    }

    // ---- from the topology ----

    @Override
    public void send(
            String topic,
            @Nullable Integer partition,
            long timestampMs,
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable Headers headers,
            SendOrigin origin) {
        if (origin.changelog()) {
            TopicPartition changelog = new TopicPartition(topic, Objects.requireNonNullElse(partition, 0));
            nextChangelogOffsets.merge(changelog, 1L, Long::sum);
        }
        write(topic, new CapturedRecord(key, value, new RecordHeaders(headers), timestampMs));
    }

    /** Writes a record, as a producer would. */
    void write(String topic, CapturedRecord record) {
        outputs.computeIfAbsent(topic, unseen -> new ArrayDeque<>()).add(record);
        if (isInput.test(topic)) {
            arrive(topic, record);
        }
    }

    @Override
    public void flush() {}

    @Override
    public int partitionsOf(String topic) {
        return 1;
    }

    @Override
    public Map<TopicPartition, Long> acknowledgedChangelogOffsets() {
        return Map.copyOf(nextChangelogOffsets);
    }

    // ---- towards the test ----

    Set<String> writtenTopics() {
        return Collections.unmodifiableSet(outputs.keySet());
    }

    long size(String topic) {
        Deque<CapturedRecord> records = outputs.get(topic);
        return records == null ? 0 : records.size();
    }

    CapturedRecord take(String topic) {
        Deque<CapturedRecord> records = outputs.get(topic);
        if (records == null) {
            throw new NoSuchElementException("Nothing was ever sent to topic " + topic);
        }
        if (records.isEmpty()) {
            throw new NoSuchElementException("Everything in topic " + topic + " is read already");
        }
        return records.remove();
    }
}
