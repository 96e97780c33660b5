package dev.millrace.benchmarks.memory;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** A consumer that finds every partition empty: for restoration. */
public sealed class MemoryConsumer extends MockConsumer<byte[], byte[]> permits GroupConsumer {
    private static final long PAUSE_NS = 1_000_000;

    private final MemoryCluster cluster;

    public MemoryConsumer(MemoryCluster cluster) {
        super("earliest");
        this.cluster = cluster;
    }

    MemoryCluster cluster() {
        return cluster;
    }

    // The methods are synchronized because those of MockConsumer are.

    @Override
    public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        return nothing(timeout);
    }

    /** What a broker answers that has nothing new: a little later, so that who asks again and again leaves the processor to others. */
    static ConsumerRecords<byte[], byte[]> nothing(Duration timeout) {
        if (!timeout.isZero()) {
            LockSupport.parkNanos(PAUSE_NS);
        }
        return ConsumerRecords.empty();
    }

    @Override
    public synchronized long position(TopicPartition partition) {
        return 0;
    }

    @Override
    public synchronized long position(TopicPartition partition, Duration timeout) {
        return position(partition);
    }

    @Override
    public OptionalLong currentLag(TopicPartition partition) {
        return OptionalLong.of(0);
    }

    @Override
    public synchronized List<PartitionInfo> partitionsFor(String topic) {
        return cluster.partitions(topic);
    }

    @Override
    public synchronized Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        partitions.forEach(partition -> offsets.put(partition, 0L));
        return offsets;
    }

    @Override
    public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
        return beginningOffsets(partitions);
    }
}
