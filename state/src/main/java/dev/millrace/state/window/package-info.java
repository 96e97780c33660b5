/**
 * Window stores: one value by key and window start, until the window is older than the retention.
 *
 * <p>{@link dev.millrace.state.window.Windows} is the store; read it first. {@link dev.millrace.state.window.WindowLayout} says where
 * windows lie, {@link dev.millrace.state.window.WindowSpan} which are still there, {@link dev.millrace.state.window.WindowCursor}
 * walks over them, and {@link dev.millrace.state.window.Timelines} has those of one key side by side. How a store shows itself
 * that keeps several values by key and start, is {@link dev.millrace.state.window.WindowContent}; what it does is not here
 * (package {@code join}). Nothing here knows what windows are for. Everything here belongs to the thread that owns the task, or
 * to who holds its lock.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.window;
