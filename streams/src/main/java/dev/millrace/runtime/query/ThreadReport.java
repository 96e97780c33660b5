package dev.millrace.runtime.query;

import dev.millrace.engine.worker.Worker;
import dev.millrace.engine.worker.WorkerPhase;
import dev.millrace.kafka.Clients;
import dev.millrace.streams.TaskMetadata;
import dev.millrace.streams.ThreadMetadata;
import java.util.Set;
import java.util.stream.Collectors;

/** What a worker does and which clients it uses. */
public record ThreadReport(
        String threadName,
        String threadState,
        Set<TaskMetadata> activeTasks,
        String consumerClientId,
        String restoreConsumerClientId,
        Set<String> producerClientIds,
        String adminClientId)
        implements ThreadMetadata {

    /** A worker as it is now. */
    public static ThreadReport of(Worker worker, String clientId) {
        Set<TaskMetadata> tasks = worker.tasks().stream().map(TaskReport::of).collect(Collectors.toUnmodifiableSet());
        return of(worker.name(), worker.phase(), tasks, clientId);
    }

    /** A worker that is yet to be made. */
    public static ThreadReport beforeStart(String name, String clientId) {
        return of(name, WorkerPhase.CREATED, Set.of(), clientId);
    }

    private static ThreadReport of(String name, WorkerPhase phase, Set<TaskMetadata> tasks, String clientId) {
        return new ThreadReport(
                name,
                phase.name(),
                tasks,
                Clients.consumerId(name),
                Clients.restoreConsumerId(name),
                Set.of(Clients.producerId(name)),
                Clients.adminId(clientId));
    }

    @Override
    public Set<TaskMetadata> standbyTasks() {
        return Set.of();
    }
}
