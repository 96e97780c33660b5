/**
 * A program in the making: steps in the order they were written, each of which knows how to lower itself to nodes.
 *
 * <p>Lowering waits until the program is built, because a step may change after it was written: a table learns that it must
 * be stored when somebody joins with it, a split learns of its branches. Must not know the API's objects for streams and
 * tables. Read {@link dev.millrace.topology.dsl.step.Program} first. Owned by the thread that builds the program.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.topology.dsl.step;
