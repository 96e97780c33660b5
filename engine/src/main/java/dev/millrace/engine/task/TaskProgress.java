package dev.millrace.engine.task;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a task is in its inputs, as of its last commit. Immutable; a partition of which nothing is known is not there.
 *
 * @param committedOffsets where the next life of the task would go on
 * @param endOffsets where the partition ended when it was last heard of
 */
public record TaskProgress(Map<TopicPartition, Long> committedOffsets, Map<TopicPartition, Long> endOffsets) {
    static final TaskProgress NONE = new TaskProgress(Map.of(), Map.of());

    public TaskProgress {
        committedOffsets = Map.copyOf(committedOffsets);
        endOffsets = Map.copyOf(endOffsets);
    }
}
