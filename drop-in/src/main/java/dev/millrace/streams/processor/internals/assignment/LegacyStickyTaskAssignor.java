package dev.millrace.streams.processor.internals.assignment;

import dev.millrace.streams.processor.assignment.assignors.StickyTaskAssignor;

/** The reference's older sticky assignor: tasks stay where they are as far as that is balanced. */
public final class LegacyStickyTaskAssignor extends StickyTaskAssignor {

    /** Found by its name in the configuration. */
    public LegacyStickyTaskAssignor() {
        super(false);
    }
}
