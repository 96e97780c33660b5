/**
 * The vocabulary of task assignment: who runs which task, and the interface to decide it oneself (KIP-924).
 *
 * <p>Must not talk to the group coordinator. Read {@code TaskAssignor} first. Used by the thread that leads a rebalance.
 */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.streams.processor.assignment;
