/**
 * Window stores: one value by key and window start, until the window is older than the retention.
 *
 * <p>{@link dev.millrace.state.window.Windows} is what all of them share; read it first. Windows in memory are rows by key
 * ({@link dev.millrace.state.window.WindowMemory}, {@link dev.millrace.state.window.KeyWindows}); a store in memory has nothing else
 * ({@link dev.millrace.state.window.MemoryWindows}), the others have a database behind them
 * ({@link dev.millrace.state.window.DatabaseWindows}). Where windows lie there, and how one walks over many, is in package {@code walk}.
 * How a store shows itself that keeps several values by key and start, is {@link dev.millrace.state.window.WindowContent}; what it
 * does is not here (package {@code join}). Nothing here knows what windows are for. Everything here belongs to the thread that
 * owns the task, or to who holds its lock.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.window;
