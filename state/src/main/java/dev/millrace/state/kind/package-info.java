/**
 * What all kinds of stores share: serdes, the overlay, delayed emission, changelog, commit.
 *
 * <p>A kind is a key layout and its semantics over ordered bytes. Each has a package of its own, which depends on this one:
 * {@code keyvalue}, {@code window}, {@code session}, {@code join} (values side by side), {@code versioned} and {@code buffer}.
 * Operators work on them by the interfaces of package {@code state}; package {@code facade} shows them to user code.
 *
 * <p>To its task each of them is a {@link dev.millrace.state.kind.TaskStore}, which finds what it needs on a
 * {@link dev.millrace.state.kind.StoreHost}. Read {@link dev.millrace.state.kind.OverlayStore} first, of which most are made.
 * Nothing here may know one kind from another, which database a store lies on, or when a task commits. Everything here belongs
 * to the thread that owns the task, or to who holds its lock.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.kind;
