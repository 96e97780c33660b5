package dev.millrace.runtime;

import dev.millrace.engine.task.Task;
import dev.millrace.engine.task.TaskFactory;
import dev.millrace.engine.worker.TaskSupply;
import dev.millrace.streams.processor.TaskId;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Makes the tasks of one worker, on the local state that it shares with the others. */
record WorkerTasks(LocalState local, TaskFactory factory) implements TaskSupply {

    @Override
    public Task create(TaskId id, Set<TopicPartition> inputs) {
        local.acquire(id);
        boolean created = false;
        try {
            Task task = factory.create(id, inputs);
            created = true;
            return task;
        } finally {
            if (!created) {
                local.release(id);
            }
        }
    }

    @Override
    public void release(TaskId id) {
        local.release(id);
    }

    @Override
    public void discardContent(TaskId id) {
        local.discard(id);
    }

    @Override
    public Map<TaskId, Long> changelogOffsets() {
        return local.changelogOffsets();
    }
}
