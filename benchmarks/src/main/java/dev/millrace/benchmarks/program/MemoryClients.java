package dev.millrace.benchmarks.program;

import dev.millrace.benchmarks.memory.GroupConsumer;
import dev.millrace.benchmarks.memory.MemoryAdmin;
import dev.millrace.benchmarks.memory.MemoryCluster;
import dev.millrace.benchmarks.memory.MemoryConsumer;
import dev.millrace.benchmarks.memory.MemoryProducer;
import dev.millrace.streams.KafkaClientSupplier;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Supplies clients of a cluster in memory. */
final class MemoryClients implements KafkaClientSupplier {
    private final MemoryCluster cluster;

    MemoryClients(MemoryCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return MemoryAdmin.of(cluster);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new MemoryProducer(cluster);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new GroupConsumer(cluster, config);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return new MemoryConsumer(cluster);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return new MemoryConsumer(cluster);
    }
}
