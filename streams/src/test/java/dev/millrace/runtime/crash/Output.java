package dev.millrace.runtime.crash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a read_committed reader finds in the output topics. */
final class Output implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, List<String>> updatesByKey = new TreeMap<>();
    private final List<Long> seen = new ArrayList<>();
    private long updates;

    Output(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(MortalApplication.OUT, MortalApplication.SEEN)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    void readMore() {
        consumer.poll(POLL).forEach(this::read);
    }

    /** Reads until every partition is at the end that it has now. */
    void readToTheEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            readMore();
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> found) {
        if (found.topic().equals(MortalApplication.SEEN)) {
            seen.add(ByteBuffer.wrap(found.value()).getLong());
        } else {
            updates++;
            updatesByKey
                    .computeIfAbsent(new String(found.key(), StandardCharsets.UTF_8), key -> new ArrayList<>())
                    .add(new String(found.value(), StandardCharsets.UTF_8));
        }
    }

    Map<String, List<String>> updatesByKey() {
        return updatesByKey;
    }

    long updates() {
        return updates;
    }

    /** The numbers of the input records that came out, in no particular order. */
    List<Long> seen() {
        return seen;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
