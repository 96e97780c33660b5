package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.assignment.KafkaStreamsAssignment.AssignedTask;
import dev.millrace.streams.processor.assignment.TaskAssignor.AssignmentError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** Parts that assignors have in common (KIP-924). */
public final class TaskAssignmentUtils {

    private TaskAssignmentUtils() {}

    /**
     * Looks for what is wrong with an assignment: the first thing found, or {@link AssignmentError#NONE}.
     *
     * @param applicationState the application
     * @param taskAssignment the assignment
     */
    public static TaskAssignor.AssignmentError validateTaskAssignment(
            ApplicationState applicationState, TaskAssignor.TaskAssignment taskAssignment) {
        Map<TaskId, TaskInfo> tasks = applicationState.allTasks();
        Set<ProcessId> processes = applicationState.kafkaStreamsStates(false).keySet();
        Set<ProcessId> seenProcesses = new HashSet<>();
        Set<TaskId> seenActiveTasks = new HashSet<>();
        for (KafkaStreamsAssignment assignment : taskAssignment.assignment()) {
            if (!processes.contains(assignment.processId())) {
                return AssignmentError.UNKNOWN_PROCESS_ID;
            }
            seenProcesses.add(assignment.processId());
            for (AssignedTask task : assignment.tasks().values()) {
                AssignmentError error = check(task, tasks.get(task.id()), seenActiveTasks);
                if (error != AssignmentError.NONE) {
                    return error;
                }
            }
        }
        return seenProcesses.containsAll(processes) ? AssignmentError.NONE : AssignmentError.MISSING_PROCESS_ID;
    }

    private static AssignmentError check(AssignedTask task, TaskInfo known, Set<TaskId> seenActiveTasks) {
        if (known == null) {
            return AssignmentError.UNKNOWN_TASK_ID;
        }
        if (task.type() == AssignedTask.Type.STANDBY) {
            return known.isStateful() ? AssignmentError.NONE : AssignmentError.INVALID_STANDBY_TASK;
        }
        return seenActiveTasks.add(task.id())
                ? AssignmentError.NONE
                : AssignmentError.ACTIVE_TASK_ASSIGNED_MULTIPLE_TIMES;
    }

    /** The assignment in which every process keeps the tasks it had. */
    public static Map<ProcessId, KafkaStreamsAssignment> identityAssignment(ApplicationState applicationState) {
        Map<ProcessId, KafkaStreamsAssignment> assignments = new HashMap<>();
        applicationState.kafkaStreamsStates(false).forEach((processId, state) -> {
            KafkaStreamsAssignment assignment = KafkaStreamsAssignment.of(processId, Set.of());
            state.previousStandbyTasks()
                    .forEach(task -> assignment.assignTask(new AssignedTask(task, AssignedTask.Type.STANDBY)));
            state.previousActiveTasks()
                    .forEach(task -> assignment.assignTask(new AssignedTask(task, AssignedTask.Type.ACTIVE)));
            assignments.put(processId, assignment);
        });
        return assignments;
    }

    /**
     * Adds standbys to an assignment of active tasks.
     *
     * @throws UnsupportedOperationException always: this is not available yet
     */
    public static void defaultStandbyTaskAssignment(
            ApplicationState applicationState, Map<ProcessId, KafkaStreamsAssignment> kafkaStreamsAssignments) {
        throw new UnsupportedOperationException(
                "TaskAssignmentUtils.defaultStandbyTaskAssignment is not implemented yet");
    }

    /**
     * Moves active tasks near the replicas they read.
     *
     * @throws UnsupportedOperationException always: this is not available yet
     */
    public static void optimizeRackAwareActiveTasks(
            RackAwareOptimizationParams optimizationParams,
            Map<ProcessId, KafkaStreamsAssignment> kafkaStreamsAssignments) {
        throw new UnsupportedOperationException(
                "TaskAssignmentUtils.optimizeRackAwareActiveTasks is not implemented yet");
    }

    /**
     * Moves standbys near the replicas they read.
     *
     * @throws UnsupportedOperationException always: this is not available yet
     */
    public static void optimizeRackAwareStandbyTasks(
            RackAwareOptimizationParams optimizationParams,
            Map<ProcessId, KafkaStreamsAssignment> kafkaStreamsAssignments) {
        throw new UnsupportedOperationException(
                "TaskAssignmentUtils.optimizeRackAwareStandbyTasks is not implemented yet");
    }

    /** Says whether a standby may move from one process to another. */
    @FunctionalInterface
    public interface MoveStandbyTaskPredicate {

        /** Whether this standby may move, given the assignments so far. */
        boolean canMoveStandbyTask(
                KafkaStreamsState source,
                KafkaStreamsState destination,
                TaskId taskId,
                Map<ProcessId, KafkaStreamsAssignment> assignments);
    }

    /** Which tasks to move near the replicas they read, and at which costs. */
    public static final class RackAwareOptimizationParams {

        private RackAwareOptimizationParams() {}

        /**
         * All tasks, with the costs that are configured.
         *
         * @throws UnsupportedOperationException always: this is not available yet
         */
        public static RackAwareOptimizationParams of(ApplicationState applicationState) {
            throw new UnsupportedOperationException("RackAwareOptimizationParams.of is not implemented yet");
        }

        /**
         * The same for tasks with state.
         *
         * @throws UnsupportedOperationException always: this is not available yet
         */
        public RackAwareOptimizationParams forStatefulTasks() {
            throw new UnsupportedOperationException(
                    "RackAwareOptimizationParams.forStatefulTasks is not implemented yet");
        }

        /**
         * The same for tasks without state.
         *
         * @throws UnsupportedOperationException always: this is not available yet
         */
        public RackAwareOptimizationParams forStatelessTasks() {
            throw new UnsupportedOperationException(
                    "RackAwareOptimizationParams.forStatelessTasks is not implemented yet");
        }

        /**
         * The same for these tasks.
         *
         * @throws UnsupportedOperationException always: this is not available yet
         */
        public RackAwareOptimizationParams forTasks(SortedSet<TaskId> tasksToOptimize) {
            throw new UnsupportedOperationException("RackAwareOptimizationParams.forTasks is not implemented yet");
        }

        /**
         * The same with this price of reading from another rack.
         *
         * @throws UnsupportedOperationException always: this is not available yet
         */
        public RackAwareOptimizationParams withTrafficCostOverride(int trafficCostOverride) {
            throw new UnsupportedOperationException(
                    "RackAwareOptimizationParams.withTrafficCostOverride is not implemented yet");
        }

        /**
         * The same with this price of moving a task.
         *
         * @throws UnsupportedOperationException always: this is not available yet
         */
        public RackAwareOptimizationParams withNonOverlapCostOverride(int nonOverlapCostOverride) {
            throw new UnsupportedOperationException(
                    "RackAwareOptimizationParams.withNonOverlapCostOverride is not implemented yet");
        }
    }
}
