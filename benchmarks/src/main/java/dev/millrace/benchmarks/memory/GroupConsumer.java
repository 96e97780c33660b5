package dev.millrace.benchmarks.memory;

import dev.millrace.benchmarks.input.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private static final TopicPartition INPUT = new TopicPartition(Topics.INPUT, 0);
    private static final TopicPartition OTHER = new TopicPartition(Topics.OTHER, 0);
    private static final TopicPartition TABLE = new TopicPartition(Topics.TABLE, 0);
    private static final String MEMBER = "member";

    private final ConsumerPartitionAssignor assignor;
    private @Nullable ConsumerRebalanceListener joining;
    private long nextRow;
    private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();
    private final Map<TopicPartition, Output> readAgain = new LinkedHashMap<>();

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
        share.partitions().stream()
                .filter(partition -> !List.of(INPUT, OTHER, TABLE).contains(partition))
                .forEach(partition -> readAgain.put(partition, cluster().output(partition.topic())));
        readAgain.values().forEach(Output::keepForReading);
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
        // What the engine has written itself goes first, so that it does not pile up.
        for (Map.Entry<TopicPartition, Output> topic : readAgain.entrySet()) {
            if (topic.getValue().unreadRecords() > 0 && isFlowing(topic.getKey())) {
                List<ConsumerRecord<byte[], byte[]>> records =
                        topic.getValue().read(cluster().feed().batchRecords());
                long next = topic.getValue().position();
                return new ConsumerRecords<>(
                        Map.of(topic.getKey(), records), Map.of(topic.getKey(), new OffsetAndMetadata(next)));
            }
        }
        if (isFlowing(TABLE)) {
            List<ConsumerRecord<byte[], byte[]>> rows = cluster().feed().table(nextRow);
            if (!rows.isEmpty()) {
                nextRow += rows.size();
                return new ConsumerRecords<>(Map.of(TABLE, rows), Map.of(TABLE, new OffsetAndMetadata(nextRow)));
            }
        }
        cluster().feed().meter().reached(position(INPUT) + position(OTHER));
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> batches = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        take(INPUT, batches, next);
        take(OTHER, batches, next);
        return batches.isEmpty() ? nothing(timeout) : new ConsumerRecords<>(batches, next);
    }

    private void take(
            TopicPartition stream,
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> batches,
            Map<TopicPartition, OffsetAndMetadata> next) {
        if (isFlowing(stream)) {
            List<ConsumerRecord<byte[], byte[]>> batch = cluster().feed().stream(stream.topic(), position(stream));
            if (!batch.isEmpty()) {
                long nextOffset = position(stream) + batch.size();
                nextOffsets.put(stream, nextOffset);
                batches.put(stream, batch);
                next.put(stream, new OffsetAndMetadata(nextOffset));
            }
        }
    }

    private boolean isFlowing(TopicPartition partition) {
        return assignment().contains(partition) && !paused().contains(partition);
    }

    @Override
    public synchronized long position(TopicPartition partition) {
        Output output = readAgain.get(partition);
        if (output != null) {
            return output.position();
        }
        return partition.equals(TABLE) ? nextRow : nextOffsets.getOrDefault(partition, 0L);
    }

    @Override
    public OptionalLong currentLag(TopicPartition partition) {
        Output output = readAgain.get(partition);
        if (output != null) {
            return OptionalLong.of(output.unreadRecords());
        }
        boolean stream = partition.equals(INPUT) || partition.equals(OTHER);
        return OptionalLong.of(stream ? cluster().feed().lag(position(partition)) : 0);
    }

    @Override
    public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
        super.commitSync(offsets);
        cluster().commit(offsets);
    }

    /** Takes the listener's place in {@code MockConsumer}, which would call it at other moments than the protocol says. */
    private static final class Unheard implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
    }
}
