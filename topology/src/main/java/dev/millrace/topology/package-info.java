/**
 * From what a program asks for to how it will run: {@code dsl} and {@code recorder} take the calls, {@code definition} is what
 * was asked, {@code plan} is how it will run, {@code describe} shows it to people.
 *
 * <p>This package is only the door. Must not touch the world: nothing in this module reads a clock, starts a thread, opens a
 * file or writes to the log. Read {@link dev.millrace.topology.Recorders} first, then package {@code definition}. Owned by the
 * thread that builds the program.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.topology;
