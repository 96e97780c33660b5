/**
 * Ready-made task assignors.
 *
 * <p>Must stay pure functions of the application state. Read {@code StickyTaskAssignor} first. Used by the thread that
 * leads a rebalance.
 */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.streams.processor.assignment.assignors;
