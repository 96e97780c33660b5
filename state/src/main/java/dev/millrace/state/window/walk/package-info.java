/**
 * Where windows lie, and how one walks over many of them.
 *
 * <p>{@link dev.millrace.state.window.walk.WindowLayout} draws the place of a window in a database,
 * {@link dev.millrace.state.window.walk.WindowSpan} says which are still there, and a
 * {@link dev.millrace.state.window.walk.WindowCursor} goes over those of a {@link dev.millrace.state.window.walk.WindowRange}, in the order of
 * the database or by start. Nothing here knows what is in memory and what is not.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.window.walk;
