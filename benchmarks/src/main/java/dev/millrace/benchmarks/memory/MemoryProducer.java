package dev.millrace.benchmarks.memory;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A producer whose records are acknowledged at once. */
public final class MemoryProducer extends MockProducer<byte[], byte[]> {
    /** One for all sends, so that what a send allocates is the engine's: both engines listen to the callback alone. */
    private static final Future<RecordMetadata> UNASKED =
            CompletableFuture.failedFuture(new IllegalStateException("Only the callback is told where a record is"));

    private final MemoryCluster cluster;

    public MemoryProducer(MemoryCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> sent, @Nullable Callback callback) {
        RecordMetadata metadata = cluster.output(sent.topic()).append(sent);
        if (callback != null) {
            callback.onCompletion(metadata, null);
        }
        return UNASKED;
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> sent) {
        return send(sent, null);
    }

    @Override
    public synchronized void sendOffsetsToTransaction(
            Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        cluster.commit(offsets);
    }

    @Override
    public List<PartitionInfo> partitionsFor(String topic) {
        return cluster.partitions(topic);
    }
}
