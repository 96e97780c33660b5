/**
 * The renderings of a topology for people: {@code TopologyDescription} and its text, equal to the reference's byte for byte,
 * so that tests and tools that compare it keep working.
 *
 * <p>Pure functions of a definition. Read {@link dev.millrace.topology.describe.Description} first. What is built here is
 * immutable once returned, so any thread may read it.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.topology.describe;
