package dev.millrace.streams.processor.assignment.assignors;

import dev.millrace.streams.processor.assignment.ApplicationState;
import dev.millrace.streams.processor.assignment.KafkaStreamsAssignment;
import dev.millrace.streams.processor.assignment.ProcessId;
import dev.millrace.streams.processor.assignment.TaskAssignmentUtils;
import dev.millrace.streams.processor.assignment.TaskAssignmentUtils.RackAwareOptimizationParams;
import dev.millrace.streams.processor.assignment.TaskAssignor;
import java.util.Map;

/**
 * Leaves tasks where they are as far as that is balanced, without regard to how far behind copies are.
 *
 * <p>Standbys are added by {@link TaskAssignmentUtils#defaultStandbyTaskAssignment}. If racks are to be regarded, tasks then move near
 * the replicas they read where that is worth it.
 */
public class StickyTaskAssignor implements TaskAssignor {
    /** The price of reading from another rack, unless configured. */
    public static final int DEFAULT_STICKY_TRAFFIC_COST = 1;

    /** The price of moving a task, unless configured. */
    public static final int DEFAULT_STICKY_NON_OVERLAP_COST = 10;

    private final boolean mustPreserveActiveTaskAssignment;

    /** Balances before it keeps active tasks in place. */
    public StickyTaskAssignor() {
        this(false);
    }

    /**
     * Says whether active tasks stay in place even if that is not balanced.
     *
     * @param mustPreserveActiveTaskAssignment whether they do
     */
    public StickyTaskAssignor(boolean mustPreserveActiveTaskAssignment) {
        this.mustPreserveActiveTaskAssignment = mustPreserveActiveTaskAssignment;
    }

    /**
     * Assigns all tasks.
     *
     * @throws dev.millrace.streams.errors.TaskAssignmentException if there is no stream thread to run them
     */
    @Override
    public TaskAssignor.TaskAssignment assign(ApplicationState applicationState) {
        Map<ProcessId, KafkaStreamsAssignment> assignments =
                new StickyPlacement(applicationState).place(mustPreserveActiveTaskAssignment);
        RackAwareOptimizationParams all = RackAwareOptimizationParams.of(applicationState);
        if (!mustPreserveActiveTaskAssignment) {
            TaskAssignmentUtils.optimizeRackAwareActiveTasks(all.forStatefulTasks(), assignments);
            TaskAssignmentUtils.optimizeRackAwareActiveTasks(all.forStatelessTasks(), assignments);
        }
        TaskAssignmentUtils.defaultStandbyTaskAssignment(applicationState, assignments);
        if (!mustPreserveActiveTaskAssignment) {
            TaskAssignmentUtils.optimizeRackAwareStandbyTasks(all, assignments);
        }
        return new TaskAssignment(assignments.values());
    }
}
