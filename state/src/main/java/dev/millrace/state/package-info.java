/**
 * Where state lives: the few types that the engine and the databases see.
 *
 * <p>From below, a database offers {@link dev.millrace.state.OrderedBytes} (what is committed) and
 * {@link dev.millrace.state.StateTransaction} (the one atomic batch of a commit). From above, operators read and write
 * through {@link dev.millrace.state.KeyValueState} and {@link dev.millrace.state.WindowState}, and the task handles all of its
 * stores as one {@link dev.millrace.state.TaskState}. Between them lies the overlay (package {@code overlay}): the writes
 * since the last commit. This package must not depend on its sub-packages. Unless said otherwise, a type belongs to the
 * thread that owns the task.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state;
