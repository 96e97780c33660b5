package dev.millrace.conformance.cluster;

import dev.millrace.conformance.script.Cluster;
import dev.millrace.conformance.script.Placement;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.assignment.KafkaStreamsAssignment;
import dev.millrace.streams.processor.assignment.KafkaStreamsAssignment.AssignedTask;
import dev.millrace.streams.processor.assignment.ProcessId;
import dev.millrace.streams.processor.assignment.TaskAssignmentUtils;
import dev.millrace.streams.processor.assignment.TaskAssignmentUtils.RackAwareOptimizationParams;
import dev.millrace.streams.processor.assignment.TaskAssignor.TaskAssignment;
import dev.millrace.streams.processor.assignment.assignors.StickyTaskAssignor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Assigns tasks under the engine whose class loader loaded this class. Called by reflection, with shared types only. */
public final class Assigning {
    private Assigning() {}

    /**
     * What one function makes of a placement.
     *
     * @param function {@code sticky} and {@code preserving} start from nothing; {@code actives}, {@code standbys} (move near racks) and
     *     {@code more} (add standbys) change what is given
     */
    public static Placement assign(String function, Cluster cluster, Placement given) {
        KnownApplication application = new KnownApplication(cluster);
        Map<ProcessId, KafkaStreamsAssignment> assignments = assignments(cluster, given);
        RackAwareOptimizationParams params = RackAwareOptimizationParams.of(application);
        switch (function) {
            case "sticky" -> replace(assignments, new StickyTaskAssignor().assign(application));
            case "preserving" -> replace(assignments, new StickyTaskAssignor(true).assign(application));
            case "actives" -> TaskAssignmentUtils.optimizeRackAwareActiveTasks(params, assignments);
            case "standbys" -> TaskAssignmentUtils.optimizeRackAwareStandbyTasks(params, assignments);
            default -> TaskAssignmentUtils.defaultStandbyTaskAssignment(application, assignments);
        }
        return placement(application, cluster, assignments);
    }

    private static Map<ProcessId, KafkaStreamsAssignment> assignments(Cluster cluster, Placement given) {
        Map<ProcessId, KafkaStreamsAssignment> assignments = new HashMap<>();
        for (int n = 0; n < cluster.processes().size(); n++) {
            KafkaStreamsAssignment assignment = KafkaStreamsAssignment.of(KnownApplication.id(n), Set.of());
            given.active()
                    .get(n)
                    .forEach(task ->
                            assignment.assignTask(new AssignedTask(TaskId.parse(task), AssignedTask.Type.ACTIVE)));
            given.standby()
                    .get(n)
                    .forEach(task ->
                            assignment.assignTask(new AssignedTask(TaskId.parse(task), AssignedTask.Type.STANDBY)));
            assignments.put(assignment.processId(), assignment);
        }
        return assignments;
    }

    private static void replace(Map<ProcessId, KafkaStreamsAssignment> assignments, TaskAssignment made) {
        assignments.clear();
        made.assignment().forEach(assignment -> assignments.put(assignment.processId(), assignment));
    }

    private static Placement placement(
            KnownApplication application, Cluster cluster, Map<ProcessId, KafkaStreamsAssignment> assignments) {
        List<Set<String>> active = new ArrayList<>();
        List<Set<String>> standby = new ArrayList<>();
        for (int n = 0; n < cluster.processes().size(); n++) {
            active.add(tasks(assignments.get(KnownApplication.id(n)), AssignedTask.Type.ACTIVE));
            standby.add(tasks(assignments.get(KnownApplication.id(n)), AssignedTask.Type.STANDBY));
        }
        String error = TaskAssignmentUtils.validateTaskAssignment(application, new TaskAssignment(assignments.values()))
                .name();
        return new Placement(active, standby, error);
    }

    private static Set<String> tasks(KafkaStreamsAssignment assignment, AssignedTask.Type type) {
        Set<String> tasks = new TreeSet<>();
        assignment.tasks().values().stream()
                .filter(task -> task.type() == type)
                .forEach(task -> tasks.add(task.id().toString()));
        return tasks;
    }
}
