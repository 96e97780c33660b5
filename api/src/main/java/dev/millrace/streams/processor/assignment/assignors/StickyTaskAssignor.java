package dev.millrace.streams.processor.assignment.assignors;

import dev.millrace.streams.processor.assignment.ApplicationState;
import dev.millrace.streams.processor.assignment.TaskAssignor;

public class StickyTaskAssignor implements TaskAssignor {
    public static final int DEFAULT_STICKY_TRAFFIC_COST = 1;
    public static final int DEFAULT_STICKY_NON_OVERLAP_COST = 10;

    public StickyTaskAssignor() {}

    public StickyTaskAssignor(boolean mustPreserveActiveTaskAssignment) {
        throw new UnsupportedOperationException("StickyTaskAssignor");
    }

    @Override
    public TaskAssignor.TaskAssignment assign(ApplicationState applicationState) {
        throw new UnsupportedOperationException("StickyTaskAssignor.assign");
    }
}
