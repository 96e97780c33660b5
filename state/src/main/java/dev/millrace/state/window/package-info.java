/**
 * Window stores: one value by key and window start, until the window is older than the retention.
 *
 * <p>{@link dev.millrace.state.window.Windows} is the store; read it first. Windows in memory are rows by key
 * ({@link dev.millrace.state.window.WindowMemory}, {@link dev.millrace.state.window.KeyWindows}); a store in memory has nothing else
 * ({@link dev.millrace.state.window.MemoryWindows}).
 * {@link dev.millrace.state.window.WindowLayout} says where windows lie in the database,
 * {@link dev.millrace.state.window.WindowSpan} which are still there, and {@link dev.millrace.state.window.WindowCursor} walks over
 * them. How a store shows itself that keeps several values by key and start, is {@link dev.millrace.state.window.WindowContent}; what it
 * does is not here (package {@code join}). Nothing here knows what windows are for. Everything here belongs to the thread that
 * owns the task, or to who holds its lock.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.window;
