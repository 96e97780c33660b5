package dev.millrace.engine.task;

import java.util.EnumSet;
import java.util.Set;

/** Where a task is in its life, and where it may go from there. */
public enum TaskPhase {
    /** Built from the plan; its stores are closed and nothing was read. */
    CREATED,
    /** Its stores are open and being filled from their changelogs; no record is processed. */
    RESTORING,
    /** Its operators are open: records and punctuations are processed, progress is committed. */
    RUNNING,
    /** Its inputs were taken away, maybe for good; what was fetched is forgotten, stores and operators stay open. */
    SUSPENDED,
    /** Its stores are closed, and it will never be used again. */
    CLOSED;

    /** Whether its stores are open, and can be read under the task's lock. */
    public boolean hasStores() {
        return this == RESTORING || this == RUNNING || this == SUSPENDED;
    }

    private Set<TaskPhase> next() {
        return switch (this) {
            case CREATED -> EnumSet.of(RESTORING, CLOSED);
            case RESTORING -> EnumSet.of(RUNNING, CLOSED);
            case RUNNING -> EnumSet.of(SUSPENDED, CLOSED);
            case SUSPENDED -> EnumSet.of(RUNNING, CLOSED);
            case CLOSED -> EnumSet.noneOf(TaskPhase.class);
        };
    }

    boolean mayBecome(TaskPhase other) {
        return next().contains(other);
    }
}
