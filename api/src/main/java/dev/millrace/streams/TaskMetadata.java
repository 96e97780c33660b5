package dev.millrace.streams;

import dev.millrace.streams.processor.TaskId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** What one task reads and how far it is. An immutable snapshot. */
public interface TaskMetadata {

    /** Which task this is. */
    TaskId taskId();

    /** The partitions it reads: inputs of an active task, changelogs of a standby. */
    Set<TopicPartition> topicPartitions();

    /** The last committed offset of each partition. */
    Map<TopicPartition, Long> committedOffsets();

    /** The highest offset seen of each partition. */
    Map<TopicPartition, Long> endOffsets();

    /** Since when, in milliseconds, the task has been waiting for some input to catch up; empty if it is not. */
    Optional<Long> timeCurrentIdlingStarted();

    /** Equal if the task and its partitions are. */
    @Override
    boolean equals(Object other);

    @Override
    int hashCode();
}
