package dev.millrace.engine.worker;

/** Where a worker is in its life; the names are those that {@code ThreadMetadata.threadState} shows. */
public enum WorkerPhase {
    /** Made, not started. */
    CREATED,
    /** Started, and not yet a member of the group. */
    STARTING,
    /** The group took partitions away; tasks are being closed, and a new share will come. */
    PARTITIONS_REVOKED,
    /** A share came; some tasks are still being opened or restored, the others work. */
    PARTITIONS_ASSIGNED,
    /** All tasks work. */
    RUNNING,
    /** Asked to stop: commits, closes, leaves. */
    PENDING_SHUTDOWN,
    /** Over. */
    DEAD
}
