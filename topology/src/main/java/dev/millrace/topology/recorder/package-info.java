/**
 * The mutable side of a topology: takes what a program asks for, call by call, refuses what cannot run, and gives the
 * immutable {@code definition} of what was asked so far.
 *
 * <p>Must not decide how anything will run. Read {@link dev.millrace.topology.recorder.RecordedTopology} first. Owned by the
 * thread that builds the program; {@code Topology} locks for those that use several.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.topology.recorder;
