package dev.millrace.kafka.record;

import dev.millrace.engine.port.SourceBatch;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The records of one partition of a poll, seen as a batch; nothing is copied. */
public record KafkaBatch(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, long nextOffset)
        implements SourceBatch {

    /** The batches of a poll. */
    public static List<SourceBatch> of(ConsumerRecords<byte[], byte[]> polled) {
        if (polled.isEmpty()) {
            return List.of();
        }
        List<SourceBatch> batches = new ArrayList<>();
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            if (!records.isEmpty()) {
                batches.add(new KafkaBatch(partition, records, nextOffset(polled, partition, records)));
            }
        }
        return batches;
    }

    /** Past transaction markers and compacted records, where the consumer says so; committing less would leave a lag. */
    private static long nextOffset(
            ConsumerRecords<byte[], byte[]> polled,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records) {
        long afterLast = records.get(records.size() - 1).offset() + 1;
        OffsetAndMetadata next = polled.nextOffsets().get(partition);
        return next == null ? afterLast : Math.max(afterLast, next.offset());
    }

    @Override
    public int size() {
        return records.size();
    }

    /** The client's record. */
    ConsumerRecord<byte[], byte[]> record(int index) {
        return records.get(index);
    }

    @Override
    public long offset(int index) {
        return records.get(index).offset();
    }

    @Override
    public long timestamp(int index) {
        return records.get(index).timestamp();
    }

    @Override
    public byte @Nullable [] key(int index) {
        return records.get(index).key();
    }

    @Override
    public byte @Nullable [] value(int index) {
        return records.get(index).value();
    }

    @Override
    public Headers headers(int index) {
        return records.get(index).headers();
    }
}
