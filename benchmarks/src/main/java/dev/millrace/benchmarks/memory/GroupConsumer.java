package dev.millrace.benchmarks.memory;

import dev.millrace.benchmarks.input.Topics;
import java.time.Duration;
import java.util.Collection;
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
    private static final TopicPartition TABLE = new TopicPartition(Topics.TABLE, 0);
    private static final String MEMBER = "member";

    private final ConsumerPartitionAssignor assignor;
    private @Nullable ConsumerRebalanceListener joining;
    private long nextRow;
    private long nextOffset;
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
                .filter(partition -> !partition.equals(INPUT) && !partition.equals(TABLE))
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
                List<ConsumerRecord<byte[], byte[]>> records = topic.getValue().read(Feed.BATCH_RECORDS);
                return records(topic.getKey(), records, topic.getValue().position());
            }
        }
        if (isFlowing(TABLE)) {
            List<ConsumerRecord<byte[], byte[]>> rows = cluster().feed().table(nextRow);
            if (!rows.isEmpty()) {
                nextRow += rows.size();
                return records(TABLE, rows, nextRow);
            }
        }
        if (isFlowing(INPUT)) {
            List<ConsumerRecord<byte[], byte[]>> batch = cluster().feed().stream(nextOffset);
            if (!batch.isEmpty()) {
                nextOffset += batch.size();
                return records(INPUT, batch, nextOffset);
            }
        }
        return nothing(timeout);
    }

    private boolean isFlowing(TopicPartition partition) {
        return assignment().contains(partition) && !paused().contains(partition);
    }

    private static ConsumerRecords<byte[], byte[]> records(
            TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, long next) {
        return new ConsumerRecords<>(Map.of(partition, records), Map.of(partition, new OffsetAndMetadata(next)));
    }

    @Override
    public synchronized long position(TopicPartition partition) {
        Output output = readAgain.get(partition);
        if (output != null) {
            return output.position();
        }
        return partition.equals(TABLE) ? nextRow : nextOffset;
    }

    @Override
    public OptionalLong currentLag(TopicPartition partition) {
        Output output = readAgain.get(partition);
        if (output != null) {
            return OptionalLong.of(output.unreadRecords());
        }
        return OptionalLong.of(partition.equals(INPUT) ? Feed.BATCH_RECORDS : 0);
    }

    @Override
    public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
        super.commitSync(offsets);
        offsets.forEach((partition, committed) -> cluster().commit(partition, committed.offset()));
    }

    /** Takes the listener's place in {@code MockConsumer}, which would call it at other moments than the protocol says. */
    private static final class Unheard implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
    }
}
