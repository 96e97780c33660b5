/**
 * The kinds of stores: a key layout and its semantics over ordered bytes.
 *
 * <p>{@link dev.millrace.state.kind.OverlayStore} is what they share: serdes, the overlay, delayed emission, changelog,
 * commit. {@link dev.millrace.state.kind.KeyValues} and {@link dev.millrace.state.kind.Windows} are what operators work on;
 * package {@code facade} shows them to user code. Kinds with more to them have
 * packages of their own ({@code versioned}, {@code buffer}); to their task all are a
 * {@link dev.millrace.state.kind.TaskStore}. A kind must not know which database it lies on, nor when a task commits.
 * Everything here belongs to the thread that owns the task, or to who holds its lock.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.kind;
