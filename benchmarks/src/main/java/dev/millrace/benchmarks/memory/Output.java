package dev.millrace.benchmarks.memory;

import dev.millrace.benchmarks.input.Records;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * The one partition of a topic that an engine writes. Its records are dropped, unless a consumer asks for them beforehand. Written
 * by the stream thread, and read by others after it has ended.
 */
final class Output {
    private final TopicPartition partition;
    private final @Nullable Map<ByteBuffer, ByteBuffer> lastValues;
    private long nextOffset;
    private long bytes;
    private @Nullable Deque<ConsumerRecord<byte[], byte[]>> unread;
    private long committedOffset;

    Output(TopicPartition partition, boolean remembering) {
        this.partition = partition;
        this.lastValues = remembering ? new HashMap<>() : null;
    }

    /** From now on records are kept until they are read. */
    synchronized void keepForReading() {
        unread = unread == null ? new ArrayDeque<>() : unread;
    }

    synchronized boolean isReadAgain() {
        return unread != null;
    }

    /** The next records in the topic, at most so many. */
    synchronized List<ConsumerRecord<byte[], byte[]>> read(int count) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (unread != null && !unread.isEmpty() && records.size() < count) {
            records.add(unread.poll());
        }
        return records;
    }

    /** The offset behind the last record that was read. */
    synchronized long position() {
        return nextOffset - unreadRecords();
    }

    synchronized int unreadRecords() {
        return unread == null ? 0 : unread.size();
    }

    synchronized void commit(long offset) {
        committedOffset = offset;
    }

    /** Whether there is nothing left to read and commit. */
    synchronized boolean settled() {
        return unread == null || committedOffset == nextOffset;
    }

    synchronized RecordMetadata append(ProducerRecord<byte[], byte[]> written) {
        byte @Nullable [] value = written.value();
        if (unread != null) {
            unread.add(toRead(written));
        }
        if (lastValues != null && unread == null) {
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

    private ConsumerRecord<byte[], byte[]> toRead(ProducerRecord<byte[], byte[]> written) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                nextOffset,
                Objects.requireNonNull(written.timestamp()),
                TimestampType.CREATE_TIME,
                written.key().length,
                written.value() == null ? -1 : written.value().length,
                written.key(),
                written.value(),
                written.headers(),
                Optional.empty());
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
