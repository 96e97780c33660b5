package dev.millrace.streams.processor.assignment.assignors;

import dev.millrace.streams.processor.assignment.ApplicationState;
import dev.millrace.streams.processor.assignment.TaskAssignor;

/**
 * Leaves tasks where they are as far as that is balanced, without regard to how far behind copies are.
 */
public class StickyTaskAssignor implements TaskAssignor {
    /** The price of reading from another rack, unless configured. */
    public static final int DEFAULT_STICKY_TRAFFIC_COST = 1;

    /** The price of moving a task, unless configured. */
    public static final int DEFAULT_STICKY_NON_OVERLAP_COST = 10;

    /** Balances before it keeps active tasks in place. */
    public StickyTaskAssignor() {}

    /**
     * Says whether active tasks stay in place even if that is not balanced.
     *
     * @throws UnsupportedOperationException always: this is not available yet
     */
    public StickyTaskAssignor(boolean mustPreserveActiveTaskAssignment) {
        throw new UnsupportedOperationException("StickyTaskAssignor.assign is not implemented yet");
    }

    /**
     * Assigns all tasks.
     *
     * @throws UnsupportedOperationException always: this is not available yet
     */
    @Override
    public TaskAssignor.TaskAssignment assign(ApplicationState applicationState) {
        throw new UnsupportedOperationException("StickyTaskAssignor.assign is not implemented yet");
    }
}
