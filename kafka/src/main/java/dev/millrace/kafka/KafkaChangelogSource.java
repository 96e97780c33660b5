package dev.millrace.kafka;

import dev.millrace.engine.port.ChangelogGapException;
import dev.millrace.engine.port.ChangelogSource;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.engine.port.TopicAdmin;
import dev.millrace.kafka.record.KafkaBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * A consumer without a group, for restoration or for global tables.
 *
 * <p><b>Where replay ends with exactly-once.</b> The consumer cannot see past the last stable offset: that of the first record
 * of a transaction still open, or the high watermark if none is. While the two differ, records below the high watermark may
 * still turn out to be committed - for example by a predecessor that died while its commit was under way. A replay that ended
 * at the last stable offset would miss them. So the high watermark is read first, without isolation, and the answer counts
 * only once the last stable offset has reached it:
 * <pre>
 *    c c c a a c  o o o c o                 c committed   a aborted   o still open
 *    ------------ ^         ^
 *                 LSO       high watermark  -> undecided, ask again
 * </pre>
 */
final class KafkaChangelogSource implements ChangelogSource {
    private final Consumer<byte[], byte[]> consumer;
    private final TopicAdmin admin;
    private final boolean exactlyOnce;
    private final InstanceIds instanceIds;
    private final Set<TopicPartition> assignment = new HashSet<>();

    /** @param admin who is asked for offsets; the consumer itself would warn of partitions that it does not read yet */
    KafkaChangelogSource(
            Consumer<byte[], byte[]> consumer, TopicAdmin admin, boolean exactlyOnce, InstanceIds instanceIds) {
        this.consumer = consumer;
        this.admin = admin;
        this.exactlyOnce = exactlyOnce;
        this.instanceIds = instanceIds;
    }

    @Override
    public void add(TopicPartition changelog, @Nullable Long offset) {
        assignment.add(changelog);
        consumer.assign(assignment);
        if (offset == null) {
            consumer.seekToBeginning(List.of(changelog));
        } else {
            consumer.seek(changelog, offset);
        }
    }

    @Override
    public void remove(Collection<TopicPartition> changelogs) {
        if (assignment.removeAll(changelogs)) {
            consumer.assign(assignment);
        }
    }

    @Override
    public Set<TopicPartition> assignment() {
        return Set.copyOf(assignment);
    }

    @Override
    public void pause(Collection<TopicPartition> changelogs) {
        consumer.pause(changelogs);
    }

    @Override
    public void resume(Collection<TopicPartition> changelogs) {
        consumer.resume(changelogs);
    }

    @Override
    public List<SourceBatch> poll(long timeoutMs) {
        if (assignment.isEmpty()) {
            return List.of();
        }
        try {
            return KafkaBatch.of(consumer.poll(Duration.ofMillis(timeoutMs)));
        } catch (WakeupException e) {
            return List.of();
        } catch (InvalidOffsetException e) {
            throw gap(e);
        } catch (KafkaException e) {
            throw ClientErrors.inGroup("reading changelogs " + assignment, e);
        } finally {
            instanceIds.answer();
        }
    }

    private ChangelogGapException gap(InvalidOffsetException error) {
        ChangelogGapException gap = new ChangelogGapException(error.partitions(), error);
        remove(error.partitions());
        return gap;
    }

    @Override
    public long position(TopicPartition changelog) {
        try {
            return consumer.position(changelog);
        } catch (InvalidOffsetException e) {
            throw gap(e);
        } catch (KafkaException e) {
            throw ClientErrors.inGroup("asking for the position of " + changelog, e);
        }
    }

    @Override
    public Map<TopicPartition, Long> startOffsets(Set<TopicPartition> changelogs) {
        return admin.startOffsets(changelogs);
    }

    @Override
    public Map<TopicPartition, Long> endOffsets(Set<TopicPartition> changelogs) {
        Map<TopicPartition, Long> ends = new HashMap<>(admin.endOffsets(changelogs, IsolationLevel.READ_UNCOMMITTED));
        if (exactlyOnce) {
            Map<TopicPartition, Long> stable = admin.endOffsets(changelogs, IsolationLevel.READ_COMMITTED);
            ends.entrySet().removeIf(end -> stable.getOrDefault(end.getKey(), -1L) < end.getValue());
        }
        return ends;
    }

    @Override
    public long lagRecords(TopicPartition changelog) {
        return consumer.currentLag(changelog).orElse(-1);
    }

    @Override
    public List<TopicPartition> partitionsOf(String topic) {
        List<TopicPartition> partitions = new ArrayList<>();
        try {
            List<PartitionInfo> found = consumer.partitionsFor(topic);
            if (found != null) {
                found.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
            }
        } catch (KafkaException e) {
            throw ClientErrors.inGroup("asking for the partitions of " + topic, e);
        }
        return partitions;
    }

    @Override
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
