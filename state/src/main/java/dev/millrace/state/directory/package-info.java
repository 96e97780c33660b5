/**
 * The state directory of an application: who may use it, what lies where, and what may be deleted.
 *
 * <pre>
 *   state.dir/
 *     application.id/
 *       .lock            locked by the operating system while a process uses the directory; holds its pid
 *       .version         the version of this layout
 *       .process-ids     one UUID per instance that the process runs, so that a restart finds its own past
 *       0_1/             one task: for its owner, and for stores that bring their own files
 *         database/      what the engine's database keeps for it
 *       global/          the same for the global stores
 * </pre>
 *
 * <p>The only package of the core that touches files. What is inside {@code database} it neither reads nor writes; it deletes
 * a task's directory as a whole or not at all, and never one that somebody owns. Read
 * {@link dev.millrace.state.directory.StateDirectory} first. Safe for any thread.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.directory;
