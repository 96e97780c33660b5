/**
 * From fetched batches to the next record of a task: queues, decoding, the choice between partitions, stream time, idling.
 *
 * <p>Batches are queued as they came, nothing is copied; a record is decoded when it becomes the head of its queue, on the
 * thread that owns the task. Nothing here knows operators beyond the one that a record is handed to, and nothing reads a
 * clock. Read {@link dev.millrace.engine.task.intake.Intake} first.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.task.intake;
