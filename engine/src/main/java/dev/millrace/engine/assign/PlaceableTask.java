package dev.millrace.engine.assign;

import dev.millrace.streams.processor.TaskId;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * A task to be given to someone.
 *
 * @param inputs the partitions it reads
 * @param stateful whether moving it means restoring stores from changelogs
 */
public record PlaceableTask(TaskId id, Set<TopicPartition> inputs, boolean stateful) {

    public PlaceableTask {
        inputs = Set.copyOf(inputs);
    }
}
