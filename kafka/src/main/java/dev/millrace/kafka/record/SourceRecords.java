package dev.millrace.kafka.record;

import dev.millrace.engine.port.SourceBatch;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Makes client records from the engine's batches, for user code that wants to see one. */
public final class SourceRecords {
    private SourceRecords() {}

    /** A record as it came from the broker. */
    public static ConsumerRecord<byte[], byte[]> raw(SourceBatch batch, int index) {
        return batch instanceof KafkaBatch polled
                ? polled.record(index)
                : of(batch, index, batch.key(index), batch.value(index));
    }

    /** A record with its key and value deserialized. */
    public static ConsumerRecord<Object, Object> typed(
            SourceBatch batch, int index, @Nullable Object key, @Nullable Object value) {
        if (!(batch instanceof KafkaBatch polled)) {
            return of(batch, index, key, value);
        }
        ConsumerRecord<byte[], byte[]> raw = polled.record(index);
        return new ConsumerRecord<>(
                raw.topic(),
                raw.partition(),
                raw.offset(),
                raw.timestamp(),
                raw.timestampType(),
                raw.serializedKeySize(),
                raw.serializedValueSize(),
                key,
                value,
                raw.headers(),
                raw.leaderEpoch());
    }

    private static <K, V> ConsumerRecord<K, V> of(SourceBatch batch, int index, @Nullable K key, @Nullable V value) {
        return new ConsumerRecord<>(
                batch.partition().topic(),
                batch.partition().partition(),
                batch.offset(index),
                batch.timestamp(index),
                TimestampType.CREATE_TIME,
                size(batch.key(index)),
                size(batch.value(index)),
                key,
                value,
                batch.headers(index),
                Optional.empty());
    }

    private static int size(byte @Nullable [] bytes) {
        return bytes == null ? ConsumerRecord.NULL_SIZE : bytes.length;
    }
}
