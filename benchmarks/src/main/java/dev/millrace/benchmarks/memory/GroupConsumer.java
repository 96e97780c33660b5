package dev.millrace.benchmarks.memory;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.Assignment;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.GroupSubscription;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.Subscription;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The consumer of a group of one: it is its own coordinator, and reads what a {@link Feed} makes up. */
public final class GroupConsumer extends MemoryConsumer {
    private static final TopicPartition INPUT = new TopicPartition(MemoryCluster.INPUT, 0);
    private static final String MEMBER = "member";

    private final ConsumerPartitionAssignor assignor;
    private @Nullable ConsumerRebalanceListener joining;
    private long nextOffset;

    public GroupConsumer(MemoryCluster cluster, Map<String, Object> config) {
        super(cluster);
        Object strategy = Objects.requireNonNull(config.get(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG));
        this.assignor = ConsumerPartitionAssignor.getAssignorInstances(
                        List.of(strategy instanceof List<?> names ? (String) names.get(0) : (String) strategy), config)
                .get(0);
    }

    // ---- the group ----

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
        super.subscribe(topics, new Unheard());
        joining = listener;
    }

    private void join(ConsumerRebalanceListener listener) {
        Set<String> topics = subscription();
        Subscription member = new Subscription(List.copyOf(topics), assignor.subscriptionUserData(topics));
        GroupSubscription group = new GroupSubscription(Map.of(MEMBER, member));
        Assignment share = Objects.requireNonNull(
                assignor.assign(cluster().metadata(), group).groupAssignment().get(MEMBER));
        rebalance(share.partitions());
        assignor.onAssignment(share, groupMetadata());
        listener.onPartitionsAssigned(share.partitions());
    }

    // ---- records ----

    @Override
    public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        if (joining != null) {
            ConsumerRebalanceListener listener = joining;
            joining = null;
            join(listener);
        }
        if (!assignment().contains(INPUT) || paused().contains(INPUT)) {
            return nothing(timeout);
        }
        List<ConsumerRecord<byte[], byte[]>> batch = cluster().feed().batch(nextOffset);
        if (batch.isEmpty()) {
            return nothing(timeout);
        }
        nextOffset += batch.size();
        return new ConsumerRecords<>(Map.of(INPUT, batch), Map.of(INPUT, new OffsetAndMetadata(nextOffset)));
    }

    @Override
    public synchronized long position(TopicPartition partition) {
        return nextOffset;
    }

    @Override
    public OptionalLong currentLag(TopicPartition partition) {
        return OptionalLong.of(Feed.BATCH_RECORDS);
    }

    @Override
    public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
        super.commitSync(offsets);
        cluster().commit(Objects.requireNonNull(offsets.get(INPUT)).offset());
    }

    /** Takes the listener's place in {@code MockConsumer}, which would call it at other moments than the protocol says. */
    private static final class Unheard implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
    }
}
