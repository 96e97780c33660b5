package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.state.HostInfo;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

public interface KafkaStreamsState {

    ProcessId processId();

    int numProcessingThreads();

    SortedSet<String> consumerClientIds();

    SortedSet<TaskId> previousActiveTasks();

    SortedSet<TaskId> previousStandbyTasks();

    long lagFor(TaskId task);

    SortedSet<TaskId> prevTasksByLag(String consumerClientId);

    Map<TaskId, Long> statefulTasksToLagSums();

    Optional<HostInfo> hostInfo();

    Map<String, String> clientTags();

    Optional<String> rackId();
}
