package dev.millrace.runtime;

import dev.millrace.engine.worker.Worker;
import dev.millrace.streams.TaskMetadata;
import dev.millrace.streams.ThreadMetadata;
import java.util.Set;
import java.util.stream.Collectors;

/** What a worker does and which clients it uses. */
record ThreadReport(
        String threadName,
        String threadState,
        Set<TaskMetadata> activeTasks,
        String consumerClientId,
        String restoreConsumerClientId,
        Set<String> producerClientIds,
        String adminClientId)
        implements ThreadMetadata {

    /** A worker as it is now, and the names that its clients go by. */
    static ThreadReport of(Worker worker, String consumer, String restoreConsumer, String producer, String admin) {
        return new ThreadReport(
                worker.name(),
                worker.phase().name(),
                worker.tasks().stream().map(TaskReport::of).collect(Collectors.toUnmodifiableSet()),
                consumer,
                restoreConsumer,
                Set.of(producer),
                admin);
    }

    @Override
    public Set<TaskMetadata> standbyTasks() {
        return Set.of();
    }
}
