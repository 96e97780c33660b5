/**
 * The overlay: what a task has written to a store since the last commit, and the hot entries it has read.
 *
 * <p>It knows bytes, entries and memory, not keys, windows or changelogs. Read {@link dev.millrace.state.overlay.Overlay}
 * first. Everything here belongs to the thread that owns the task, but {@link dev.millrace.state.overlay.MemoryBudget},
 * which all tasks share.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.overlay;
