/**
 * How a program will run: which nodes form a subtopology, which topics each subtopology reads and writes, which stores it
 * keeps, and which topics must exist first.
 *
 * <p>Pure functions from {@code definition} to a plan. Must not touch the world. Read
 * {@link dev.millrace.topology.plan.Plan} first. Everything is immutable, so any thread may read it.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.topology.plan;
