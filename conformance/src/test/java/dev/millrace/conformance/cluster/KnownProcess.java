package dev.millrace.conformance.cluster;

import dev.millrace.conformance.script.Cluster;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.assignment.KafkaStreamsState;
import dev.millrace.streams.processor.assignment.ProcessId;
import dev.millrace.streams.state.HostInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** One process of a cluster, as assignors see it. All its copies have caught up. */
record KnownProcess(ProcessId processId, Cluster.Member process) implements KafkaStreamsState {

    @Override
    public int numProcessingThreads() {
        return process.threads();
    }

    @Override
    public SortedSet<String> consumerClientIds() {
        SortedSet<String> clients = new TreeSet<>();
        IntStream.range(0, process.threads()).forEach(n -> clients.add(processId + "-" + n));
        return clients;
    }

    @Override
    public SortedSet<TaskId> previousActiveTasks() {
        return tasks(process.wasActive());
    }

    @Override
    public SortedSet<TaskId> previousStandbyTasks() {
        return tasks(process.wasStandby());
    }

    private static SortedSet<TaskId> tasks(Set<String> names) {
        SortedSet<TaskId> tasks = new TreeSet<>();
        names.forEach(name -> tasks.add(TaskId.parse(name)));
        return tasks;
    }

    @Override
    public long lagFor(TaskId task) {
        return 0;
    }

    @Override
    public SortedSet<TaskId> prevTasksByLag(String consumerClientId) {
        return previousActiveTasks();
    }

    @Override
    public Map<TaskId, Long> statefulTasksToLagSums() {
        Map<TaskId, Long> lags = new HashMap<>();
        previousActiveTasks().forEach(task -> lags.put(task, 0L));
        previousStandbyTasks().forEach(task -> lags.put(task, 0L));
        return lags;
    }

    @Override
    public Optional<HostInfo> hostInfo() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> clientTags() {
        return process.tags();
    }

    @Override
    public Optional<String> rackId() {
        return Optional.of(process.rack());
    }
}
