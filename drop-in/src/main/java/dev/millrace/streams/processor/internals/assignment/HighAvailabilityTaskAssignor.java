package dev.millrace.streams.processor.internals.assignment;

import dev.millrace.streams.processor.assignment.assignors.StickyTaskAssignor;

/** The reference's default, by which existing configurations may name it: here tasks stay where they are as far as that is balanced. */
public final class HighAvailabilityTaskAssignor extends StickyTaskAssignor {

    /** Found by its name in the configuration. */
    public HighAvailabilityTaskAssignor() {
        super(false);
    }
}
