/**
 * One thread and what it does all day: a worker is a member of the consumer group, runs the tasks that the group gives it, and
 * does its duties in turn.
 *
 * <p>Read {@link dev.millrace.engine.worker.Worker} first. Everything here belongs to the worker's thread, but for the few
 * methods that say otherwise.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.worker;
