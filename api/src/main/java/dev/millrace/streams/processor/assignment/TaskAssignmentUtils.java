package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.processor.TaskId;
import java.util.Map;
import java.util.SortedSet;

public final class TaskAssignmentUtils {

    private TaskAssignmentUtils() {}

    public static TaskAssignor.AssignmentError validateTaskAssignment(
            ApplicationState applicationState, TaskAssignor.TaskAssignment taskAssignment) {
        throw new UnsupportedOperationException("TaskAssignmentUtils.validateTaskAssignment");
    }

    public static Map<ProcessId, KafkaStreamsAssignment> identityAssignment(ApplicationState applicationState) {
        throw new UnsupportedOperationException("TaskAssignmentUtils.identityAssignment");
    }

    public static void defaultStandbyTaskAssignment(
            ApplicationState applicationState, Map<ProcessId, KafkaStreamsAssignment> kafkaStreamsAssignments) {
        throw new UnsupportedOperationException("TaskAssignmentUtils.defaultStandbyTaskAssignment");
    }

    public static void optimizeRackAwareActiveTasks(
            RackAwareOptimizationParams optimizationParams,
            Map<ProcessId, KafkaStreamsAssignment> kafkaStreamsAssignments) {
        throw new UnsupportedOperationException("TaskAssignmentUtils.optimizeRackAwareActiveTasks");
    }

    public static void optimizeRackAwareStandbyTasks(
            RackAwareOptimizationParams optimizationParams,
            Map<ProcessId, KafkaStreamsAssignment> kafkaStreamsAssignments) {
        throw new UnsupportedOperationException("TaskAssignmentUtils.optimizeRackAwareStandbyTasks");
    }

    @FunctionalInterface
    public interface MoveStandbyTaskPredicate {

        boolean canMoveStandbyTask(
                KafkaStreamsState source,
                KafkaStreamsState destination,
                TaskId taskId,
                Map<ProcessId, KafkaStreamsAssignment> assignments);
    }

    public static final class RackAwareOptimizationParams {

        private RackAwareOptimizationParams() {}

        public static RackAwareOptimizationParams of(ApplicationState applicationState) {
            throw new UnsupportedOperationException("RackAwareOptimizationParams.of");
        }

        public RackAwareOptimizationParams forStatefulTasks() {
            throw new UnsupportedOperationException("RackAwareOptimizationParams.forStatefulTasks");
        }

        public RackAwareOptimizationParams forStatelessTasks() {
            throw new UnsupportedOperationException("RackAwareOptimizationParams.forStatelessTasks");
        }

        public RackAwareOptimizationParams forTasks(SortedSet<TaskId> tasksToOptimize) {
            throw new UnsupportedOperationException("RackAwareOptimizationParams.forTasks");
        }

        public RackAwareOptimizationParams withTrafficCostOverride(int trafficCostOverride) {
            throw new UnsupportedOperationException("RackAwareOptimizationParams.withTrafficCostOverride");
        }

        public RackAwareOptimizationParams withNonOverlapCostOverride(int nonOverlapCostOverride) {
            throw new UnsupportedOperationException("RackAwareOptimizationParams.withNonOverlapCostOverride");
        }
    }
}
