package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.assignment.KafkaStreamsAssignment.AssignedTask;
import java.util.Map;

/** How many partitions would be read from another rack, for each task and process. */
final class RackTraffic {
    private final Map<ProcessId, KafkaStreamsState> processes;
    private final Map<TaskId, TaskInfo> tasks;

    RackTraffic(ApplicationState application) {
        processes = application.kafkaStreamsStates(false);
        tasks = application.allTasks();
    }

    /** Whether the racks of all processes and of all partitions are known; if not, nothing can be said of any. */
    boolean isKnown() {
        return processes.values().stream().allMatch(process -> process.rackId().isPresent())
                && tasks.values().stream()
                        .flatMap(task -> task.topicPartitions().stream())
                        .allMatch(partition -> partition.rackIds().isPresent());
    }

    /** An active task reads its inputs, and its changelogs to restore; a standby only the latter. */
    long of(TaskId task, AssignedTask.Type type, ProcessId process) {
        String rack = processes.get(process).rackId().orElseThrow();
        return tasks.get(task).topicPartitions().stream()
                .filter(partition -> type == AssignedTask.Type.ACTIVE || partition.isChangelog())
                .filter(partition -> !partition.rackIds().orElseThrow().contains(rack))
                .count();
    }
}
