/**
 * What a join of two streams remembers: of each side the values of late, side by side, and what waits for a match.
 *
 * <p>{@link dev.millrace.state.join.DuplicateWindows} is one side: a window store that keeps values of one key and window start
 * side by side; read it first. It has no overlay but a {@link dev.millrace.state.join.RowTable}, because its entries are never
 * replaced and always asked for by key and time. {@link dev.millrace.state.join.UnmatchedRows} is what waits. Nothing here joins
 * anything: whether values match, and for how long they wait, is for the operator to decide. Everything here belongs to the
 * thread that owns the task, or to who holds its lock.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.join;
