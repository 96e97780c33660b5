/**
 * Databases on the heap: for stores that the user wants in memory, and for tests.
 *
 * <p>Content is a tree that is never changed once it is published ({@link dev.millrace.state.memory.Tree} says how), so any
 * thread reads without a lock while the task's thread builds the next version. Nothing here touches files, and nothing
 * survives the process. Read {@link dev.millrace.state.memory.MemoryDatabase} first.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.memory;
