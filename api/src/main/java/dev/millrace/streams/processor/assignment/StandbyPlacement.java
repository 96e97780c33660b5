package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.assignment.KafkaStreamsAssignment.AssignedTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds standbys one by one, each where the client tags are least like those of the task's other copies (KIP-708), and among such
 * processes where a thread has least to do.
 */
final class StandbyPlacement {
    private final Map<ProcessId, KafkaStreamsState> processes;
    private final Map<ProcessId, KafkaStreamsAssignment> assignments;
    private final List<String> tags;

    StandbyPlacement(ApplicationState application, Map<ProcessId, KafkaStreamsAssignment> assignments) {
        processes = new TreeMap<>(application.kafkaStreamsStates(false));
        this.assignments = assignments;
        tags = application.assignmentConfigs().rackAwareAssignmentTags();
    }

    /** Adds standbys of this task, as many as there are processes for them. */
    void add(TaskId task, int standbys) {
        List<ProcessId> having = new ArrayList<>(processes.keySet().stream()
                .filter(process -> assignment(process).tasks().containsKey(task))
                .toList());
        for (int n = 0; n < standbys; n++) {
            Optional<ProcessId> best = best(having);
            best.ifPresent(process -> {
                assignment(process).assignTask(new AssignedTask(task, AssignedTask.Type.STANDBY));
                having.add(process);
            });
        }
    }

    private Optional<ProcessId> best(List<ProcessId> having) {
        Comparator<ProcessId> byTags = Comparator.comparingInt(process -> -newTags(process, having));
        return processes.keySet().stream()
                .filter(process -> !having.contains(process))
                .min(byTags.thenComparing(this::compareLoad));
    }

    /** How many of the tags have a value here that no other copy has. */
    private int newTags(ProcessId process, List<ProcessId> having) {
        return (int) tags.stream()
                .filter(tag -> tag(process, tag) != null)
                .filter(tag -> having.stream().noneMatch(other -> Objects.equals(tag(other, tag), tag(process, tag))))
                .count();
    }

    private String tag(ProcessId process, String tag) {
        return processes.get(process).clientTags().get(tag);
    }

    /** By tasks per thread, as they would be with one more. */
    private int compareLoad(ProcessId one, ProcessId other) {
        return Long.compare(
                (assignment(one).tasks().size() + 1L) * threads(other),
                (assignment(other).tasks().size() + 1L) * threads(one));
    }

    private int threads(ProcessId process) {
        return Math.max(1, processes.get(process).numProcessingThreads());
    }

    private KafkaStreamsAssignment assignment(ProcessId process) {
        return assignments.computeIfAbsent(process, missing -> KafkaStreamsAssignment.of(missing, Set.of()));
    }
}
