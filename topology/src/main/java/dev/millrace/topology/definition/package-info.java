/**
 * The immutable graph that a program describes: sources, processors, sinks, and the state stores they share.
 *
 * <p>Both ways to write a program end here: {@code Topology} (one node per call) and {@code StreamsBuilder} (which lowers
 * its operators to nodes). Nothing here knows how a node will run. Must not touch the world: no clock, thread, file or
 * log. Read {@link dev.millrace.topology.definition.TopologyDefinition} first, then
 * {@link dev.millrace.topology.definition.OperatorDefinition}. Every type is immutable, so any thread may read it.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.topology.definition;
