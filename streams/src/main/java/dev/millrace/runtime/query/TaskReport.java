package dev.millrace.runtime.query;

import dev.millrace.engine.task.Task;
import dev.millrace.engine.task.TaskProgress;
import dev.millrace.streams.TaskMetadata;
import dev.millrace.streams.processor.TaskId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** What a task reads and how far it is. Offsets that are not known are -1. */
record TaskReport(
        TaskId taskId,
        Set<TopicPartition> topicPartitions,
        Map<TopicPartition, Long> committedOffsets,
        Map<TopicPartition, Long> endOffsets,
        Optional<Long> timeCurrentIdlingStarted)
        implements TaskMetadata {
    private static final long UNKNOWN = -1;

    static TaskReport of(Task task) {
        Set<TopicPartition> inputs = Set.copyOf(task.inputs());
        TaskProgress progress = task.progress();
        return new TaskReport(
                task.id(),
                inputs,
                known(inputs, progress.committedOffsets()),
                known(inputs, progress.endOffsets()),
                idleSince(task));
    }

    private static Map<TopicPartition, Long> known(Set<TopicPartition> inputs, Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, Long> all = new HashMap<>();
        inputs.forEach(input -> all.put(input, offsets.getOrDefault(input, UNKNOWN)));
        return Map.copyOf(all);
    }

    private static Optional<Long> idleSince(Task task) {
        task.lock().lock();
        try {
            long sinceMs = task.idleSinceMs();
            return sinceMs < 0 ? Optional.empty() : Optional.of(sinceMs);
        } finally {
            task.lock().unlock();
        }
    }

    /** The task and its partitions make it what it is; how far it is does not. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TaskMetadata that
                && taskId.equals(that.taskId())
                && topicPartitions.equals(that.topicPartitions());
    }

    @Override
    public int hashCode() {
        return 31 * taskId.hashCode() + topicPartitions.hashCode();
    }
}
