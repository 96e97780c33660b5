package dev.millrace.engine.worker;

import dev.millrace.engine.task.Task;
import dev.millrace.streams.processor.TaskId;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Makes tasks, and keeps their local content apart from other owners. Safe for the workers of one instance. */
public interface TaskSupply {

    /**
     * A new task, whose directory is this process's from now on until {@link #release}.
     *
     * @throws dev.millrace.streams.errors.LockException if another worker still has it: try again soon
     */
    Task create(TaskId id, Set<TopicPartition> inputs);

    /** The task is closed: others may have its directory. */
    void release(TaskId id);

    /** Deletes the local content of a task that is closed and not released, because it cannot be completed any more. */
    void discardContent(TaskId id);

    /** For each task with local content: how many changelog records are in it, as the last owner here left it. */
    Map<TaskId, Long> changelogOffsets();
}
