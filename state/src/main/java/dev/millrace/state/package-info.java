/**
 * Where state lives, as the engine sees it.
 *
 * <p>Operators read and write through {@link dev.millrace.state.KeyValueState}, {@link dev.millrace.state.WindowState} and their like, and
 * the task handles all of its stores as one {@link dev.millrace.state.TaskState}. Behind them lies what is in memory (package
 * {@code overlay}), and behind that a database (package {@code database}). This package must not depend on its other sub-packages.
 * Unless said otherwise, a type belongs to the thread that owns the task.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state;
