package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.assignment.KafkaStreamsAssignment.AssignedTask;
import dev.millrace.streams.processor.assignment.TaskAssignor.AssignmentError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
     * Adds standbys of all tasks with state, as many as are configured and there are processes for: spread by client tags if there
     * are tags to spread by, else balanced by tasks per thread.
     *
     * @param applicationState the application
     * @param kafkaStreamsAssignments what is assigned so far; changed
     */
    public static void defaultStandbyTaskAssignment(
            ApplicationState applicationState, Map<ProcessId, KafkaStreamsAssignment> kafkaStreamsAssignments) {
        StandbyPlacement placement = new StandbyPlacement(applicationState, kafkaStreamsAssignments);
        int standbys = applicationState.assignmentConfigs().numStandbyReplicas();
        applicationState.allTasks().values().stream()
                .filter(TaskInfo::isStateful)
                .map(TaskInfo::id)
                .sorted()
                .forEach(task -> placement.add(task, standbys));
    }

    /**
     * Moves active tasks near the replicas they read, where that is worth the move. Every process keeps as many as it had.
     *
     * <p>Nothing moves unless strategy and both costs are configured, and the racks of all processes and partitions are known.
     * Client tags have no say, so this is best done before there are standbys.
     *
     * @param optimizationParams which tasks may move, and the costs
     * @param kafkaStreamsAssignments what is assigned so far; changed
     */
    public static void optimizeRackAwareActiveTasks(
            RackAwareOptimizationParams optimizationParams,
            Map<ProcessId, KafkaStreamsAssignment> kafkaStreamsAssignments) {
        RackAwareMoves.apply(optimizationParams, AssignedTask.Type.ACTIVE, kafkaStreamsAssignments);
    }

    /**
     * Moves standbys near the replicas of their changelogs, where that is worth the move. Every process keeps as many as it had, and a
     * standby moves only between processes with equal client tags, as far as those are tags to spread by.
     *
     * <p>Nothing moves unless strategy and both costs are configured, and the racks of all processes and partitions are known.
     *
     * @param optimizationParams which tasks may move, and the costs
     * @param kafkaStreamsAssignments what is assigned so far; changed
     */
    public static void optimizeRackAwareStandbyTasks(
            RackAwareOptimizationParams optimizationParams,
            Map<ProcessId, KafkaStreamsAssignment> kafkaStreamsAssignments) {
        RackAwareMoves.apply(optimizationParams, AssignedTask.Type.STANDBY, kafkaStreamsAssignments);
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

    /** Which tasks to move near the replicas they read, and at which costs. Immutable. */
    public static final class RackAwareOptimizationParams {
        private final ApplicationState applicationState;
        private final SortedSet<TaskId> tasksToOptimize;
        private final OptionalInt trafficCostOverride;
        private final OptionalInt nonOverlapCostOverride;

        private RackAwareOptimizationParams(
                ApplicationState applicationState,
                SortedSet<TaskId> tasksToOptimize,
                OptionalInt trafficCostOverride,
                OptionalInt nonOverlapCostOverride) {
            this.applicationState = applicationState;
            this.tasksToOptimize = tasksToOptimize;
            this.trafficCostOverride = trafficCostOverride;
            this.nonOverlapCostOverride = nonOverlapCostOverride;
        }

        /** All tasks, with the costs that are configured. */
        public static RackAwareOptimizationParams of(ApplicationState applicationState) {
            return new RackAwareOptimizationParams(
                    applicationState,
                    new TreeSet<>(applicationState.allTasks().keySet()),
                    OptionalInt.empty(),
                    OptionalInt.empty());
        }

        /** The same for tasks with state. */
        public RackAwareOptimizationParams forStatefulTasks() {
            return forTasksThat(TaskInfo::isStateful);
        }

        /** The same for tasks without state. */
        public RackAwareOptimizationParams forStatelessTasks() {
            return forTasksThat(task -> !task.isStateful());
        }

        private RackAwareOptimizationParams forTasksThat(Predicate<TaskInfo> condition) {
            return forTasks(applicationState.allTasks().values().stream()
                    .filter(condition)
                    .map(TaskInfo::id)
                    .collect(Collectors.toCollection(TreeSet::new)));
        }

        /** The same for these tasks. */
        public RackAwareOptimizationParams forTasks(SortedSet<TaskId> tasksToOptimize) {
            return new RackAwareOptimizationParams(
                    applicationState, tasksToOptimize, trafficCostOverride, nonOverlapCostOverride);
        }

        /** The same with this price of reading from another rack. */
        public RackAwareOptimizationParams withTrafficCostOverride(int trafficCostOverride) {
            return new RackAwareOptimizationParams(
                    applicationState, tasksToOptimize, OptionalInt.of(trafficCostOverride), nonOverlapCostOverride);
        }

        /** The same with this price of moving a task. */
        public RackAwareOptimizationParams withNonOverlapCostOverride(int nonOverlapCostOverride) {
            return new RackAwareOptimizationParams(
                    applicationState, tasksToOptimize, trafficCostOverride, OptionalInt.of(nonOverlapCostOverride));
        }

        ApplicationState application() {
            return applicationState;
        }

        SortedSet<TaskId> tasks() {
            return tasksToOptimize;
        }

        long trafficCost() {
            return trafficCostOverride.orElseGet(() ->
                    applicationState.assignmentConfigs().rackAwareTrafficCost().orElseThrow());
        }

        long nonOverlapCost() {
            return nonOverlapCostOverride.orElseGet(() -> applicationState
                    .assignmentConfigs()
                    .rackAwareNonOverlapCost()
                    .orElseThrow());
        }

        boolean balancesSubtopologies() {
            return applicationState
                    .assignmentConfigs()
                    .rackAwareAssignmentStrategy()
                    .equals(StreamsConfig.RACK_AWARE_ASSIGNMENT_STRATEGY_BALANCE_SUBTOPOLOGY);
        }
    }
}
