/**
 * The harnesses that need a broker, an embedded one in a JVM of its own: throughput and latency from topic to topic, and
 * restoration.
 *
 * <p>Read {@code EndToEndHarness} first, then {@code Cluster}. The classes named Trial are the main classes of JVMs in which one
 * engine runs. Must not know either engine's API.
 */
@NullMarked
package dev.millrace.benchmarks.broker;

import org.jspecify.annotations.NullMarked;
