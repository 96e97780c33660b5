package dev.millrace.streams.processor.internals.assignment;

import dev.millrace.streams.processor.assignment.assignors.StickyTaskAssignor;

/** The reference's assignor for when lags are unknown: every active task stays where it is. */
public final class FallbackPriorTaskAssignor extends StickyTaskAssignor {

    /** Found by its name in the configuration. */
    public FallbackPriorTaskAssignor() {
        super(true);
    }
}
