/**
 * A task: one subtopology for one partition number, with its inputs, operators, stores and life cycle.
 *
 * <p>A task does nothing by itself: a worker adds batches, lets it process, and drives its commits; it never talks to Kafka,
 * starts a thread or reads the system's clock. Read {@link dev.millrace.engine.task.Task} first, then
 * {@link dev.millrace.engine.task.TaskContext}, which is the task as its operators see it, and
 * {@link dev.millrace.engine.task.TaskFactory}, which builds both. A task belongs to one worker thread at a time; others may
 * read its stores under its lock.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.task;
