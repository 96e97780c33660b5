package dev.millrace.kafka;

import dev.millrace.engine.port.CommitPoint;
import dev.millrace.engine.port.Membership;
import dev.millrace.engine.port.PartitionListener;
import dev.millrace.engine.port.RecordSource;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.kafka.group.KafkaMembership;
import dev.millrace.kafka.record.KafkaBatch;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** A worker's main consumer. */
final class KafkaRecordSource implements RecordSource {
    private final Consumer<byte[], byte[]> consumer;
    private final OffsetResets resets;
    private final KafkaMembership.Door door;
    private final InstanceIds instanceIds;
    private @Nullable RebalanceEvents events;

    KafkaRecordSource(
            Consumer<byte[], byte[]> consumer,
            OffsetResets resets,
            KafkaMembership.Door door,
            InstanceIds instanceIds) {
        this.consumer = consumer;
        this.resets = resets;
        this.door = door;
        this.instanceIds = instanceIds;
    }

    @Override
    public void subscribe(Collection<String> topics, PartitionListener listener, Membership membership) {
        consumer.subscribe(topics, enter(listener, membership));
    }

    @Override
    public void subscribe(Pattern topics, PartitionListener listener, Membership membership) {
        consumer.subscribe(topics, enter(listener, membership));
    }

    private RebalanceEvents enter(PartitionListener listener, Membership membership) {
        door.open(membership);
        events = new RebalanceEvents(listener);
        return events;
    }

    @Override
    public List<SourceBatch> poll(long timeoutMs) {
        try {
            return KafkaBatch.of(consumer.poll(Duration.ofMillis(timeoutMs)));
        } catch (WakeupException e) {
            return List.of();
        } catch (InvalidOffsetException e) {
            resets.apply(consumer, e.partitions());
            return List.of();
        } catch (KafkaException e) {
            throw Objects.requireNonNull(events).thrownOr(ClientErrors.inGroup("polling", e));
        } finally {
            instanceIds.answer();
        }
    }

    // ---- flow ----

    @Override
    public void pause(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
    }

    @Override
    public void resume(Collection<TopicPartition> partitions) {
        consumer.resume(partitions);
    }

    @Override
    public Set<TopicPartition> assignment() {
        return consumer.assignment();
    }

    @Override
    public long lagRecords(TopicPartition partition) {
        return consumer.currentLag(partition).orElse(-1);
    }

    // ---- positions ----

    @Override
    public long position(TopicPartition partition) {
        try {
            return consumer.position(partition);
        } catch (InvalidOffsetException e) {
            resets.apply(consumer, e.partitions());
            return consumer.position(partition);
        } catch (KafkaException e) {
            throw ClientErrors.inGroup("asking for the position of " + partition, e);
        }
    }

    @Override
    public void seek(TopicPartition partition, long offset) {
        consumer.seek(partition, offset);
    }

    @Override
    public void seekToReset(Collection<TopicPartition> partitions) {
        resets.apply(consumer, partitions);
    }

    @Override
    public Map<TopicPartition, CommitPoint> committed(Set<TopicPartition> partitions) {
        Map<TopicPartition, CommitPoint> points = new HashMap<>();
        try {
            consumer.committed(partitions).forEach((partition, committed) -> {
                if (committed != null) {
                    points.put(partition, new CommitPoint(committed.offset(), committed.metadata()));
                }
            });
        } catch (KafkaException e) {
            throw ClientErrors.inGroup("asking for the committed offsets of " + partitions, e);
        }
        return points;
    }

    @Override
    public void commit(Map<TopicPartition, CommitPoint> offsets) {
        try {
            consumer.commitSync(clientOffsets(offsets));
        } catch (RebalanceInProgressException e) {
            throw new TimeoutException("The group is dividing its work; offsets are committed after the next poll", e);
        } catch (WakeupException e) {
            // The wake-up was meant for a poll; it has done its duty, and the offsets are still to be committed.
            commit(offsets);
        } catch (KafkaException e) {
            throw ClientErrors.inGroup("committing offsets " + offsets, e);
        }
    }

    static Map<TopicPartition, OffsetAndMetadata> clientOffsets(Map<TopicPartition, CommitPoint> offsets) {
        Map<TopicPartition, OffsetAndMetadata> converted = new HashMap<>();
        offsets.forEach((partition, point) ->
                converted.put(partition, new OffsetAndMetadata(point.nextOffset(), point.metadata())));
        return converted;
    }

    // ---- group ----

    @Override
    public GroupToken groupToken() {
        return new Token(consumer.groupMetadata());
    }

    @Override
    public void rebalance(String reason) {
        consumer.enforceRebalance(reason);
    }

    @Override
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close(long timeoutMs, @Nullable Boolean leaveGroup) {
        CloseOptions.GroupMembershipOperation operation;
        if (leaveGroup == null) {
            operation = CloseOptions.GroupMembershipOperation.DEFAULT;
        } else {
            operation = leaveGroup
                    ? CloseOptions.GroupMembershipOperation.LEAVE_GROUP
                    : CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP;
        }
        try {
            consumer.close(CloseOptions.timeout(Duration.ofMillis(timeoutMs)).withGroupMembershipOperation(operation));
        } catch (KafkaException e) {
            RuntimeException failure = ClientErrors.inGroup("leaving the group", e);
            throw events == null ? failure : events.thrownOr(failure);
        }
    }

    /** The group's metadata of this member, as the producer wants it. */
    record Token(ConsumerGroupMetadata metadata) implements GroupToken {}
}
