package dev.millrace.benchmarks.memory;

import dev.millrace.benchmarks.input.Records;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The one partition of an output topic. Written by the stream thread, and read by others after it has ended. */
final class Output {
    private final TopicPartition partition;
    private final @Nullable Map<ByteBuffer, ByteBuffer> lastValues;
    private long nextOffset;
    private long bytes;

    Output(TopicPartition partition, boolean remembering) {
        this.partition = partition;
        this.lastValues = remembering ? new HashMap<>() : null;
    }

    synchronized RecordMetadata append(ProducerRecord<byte[], byte[]> written) {
        byte @Nullable [] value = written.value();
        if (lastValues != null) {
            ByteBuffer key = ByteBuffer.wrap(Objects.requireNonNull(written.key()));
            if (value == null) {
                lastValues.remove(key);
            } else {
                lastValues.put(key, ByteBuffer.wrap(value));
            }
        }
        Long timestamp = written.timestamp();
        int valueSize = value == null ? -1 : value.length;
        bytes += written.key().length + Math.max(0, valueSize);
        return new RecordMetadata(
                partition, nextOffset++, 0, timestamp == null ? -1 : timestamp, written.key().length, valueSize);
    }

    synchronized long records() {
        return nextOffset;
    }

    /** All keys and values that were written. */
    synchronized long bytes() {
        return bytes;
    }

    /** The number of keys, and a sum over keys and last values. */
    synchronized String digest() {
        if (lastValues == null) {
            throw new IllegalStateException("Topic " + partition.topic() + " did not remember its records");
        }
        long sum = 0;
        for (Map.Entry<ByteBuffer, ByteBuffer> last : lastValues.entrySet()) {
            sum += Records.mix(31L * last.getKey().hashCode() + last.getValue().hashCode());
        }
        return lastValues.size() + "/" + Long.toHexString(sum);
    }
}
