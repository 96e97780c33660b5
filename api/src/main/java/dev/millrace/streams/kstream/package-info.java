/**
 * The declarative language: streams, tables, windows, joins, and the objects that configure each step.
 *
 * <p>Must not know how a step is executed. Read {@code KStream} and {@code KTable} first, then {@code Materialized}.
 * Everything here is used by the thread that builds the topology; functions given to it run on stream threads.
 */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.streams.kstream;
