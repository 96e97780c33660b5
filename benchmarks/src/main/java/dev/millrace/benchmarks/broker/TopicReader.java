package dev.millrace.benchmarks.broker;

import dev.millrace.benchmarks.input.Records;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;

/** Reads a topic from its beginning to the end that it had when the reader was made. */
final class TopicReader implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;

    TopicReader(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "max.poll.records", "1000",
                        "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ends = consumer.endOffsets(partitions);
    }

    /** The next records; none at the end. */
    ConsumerRecords<byte[], byte[]> next() {
        ConsumerRecords<byte[], byte[]> records = ConsumerRecords.empty();
        while (records.isEmpty() && !atEnd()) {
            records = consumer.poll(Duration.ofMillis(100));
        }
        return records;
    }

    private boolean atEnd() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Reads that many records, and perhaps some more. */
    void skip(long records) {
        long skipped = 0;
        while (skipped < records) {
            skipped += next().count();
        }
    }

    /** Reads the rest; returns how many records there were. */
    long count() {
        long count = 0;
        for (ConsumerRecords<byte[], byte[]> some = next(); !some.isEmpty(); some = next()) {
            count += some.count();
        }
        return count;
    }

    /**
     * Reads the rest; returns a text that is the same for equal last values of all keys.
     *
     * @param counting whether the number of records matters too
     */
    String digest(boolean counting) {
        Map<Bytes, Integer> last = new HashMap<>();
        long count = 0;
        for (ConsumerRecords<byte[], byte[]> some = next(); !some.isEmpty(); some = next()) {
            for (ConsumerRecord<byte[], byte[]> record : some) {
                last.put(Bytes.wrap(record.key()), Arrays.hashCode(record.value()));
            }
            count += some.count();
        }
        long sum = 0;
        for (Map.Entry<Bytes, Integer> entry : last.entrySet()) {
            sum += Records.mix(((long) entry.getKey().hashCode() << 32) ^ entry.getValue());
        }
        return last.size() + " keys, " + Long.toHexString(sum) + (counting ? ", " + count + " records" : "");
    }

    @Override
    public void close() {
        consumer.close();
    }
}
