/**
 * All stores of one task as one unit.
 *
 * <p>{@link dev.millrace.state.task.TaskStores} opens the stores that a task was planned to have, and takes them through
 * restore and commit together. It knows databases and changelog partitions; what a store means is the business of its
 * kind. Belongs to the thread that owns the task.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.task;
