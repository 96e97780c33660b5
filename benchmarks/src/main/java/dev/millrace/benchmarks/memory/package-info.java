/**
 * Kafka clients without brokers: an endless input topic, and outputs that are counted and thrown away.
 *
 * <p>Read {@code MemoryCluster} first, then {@code GroupConsumer}. Must not know either engine. The consumers and the producer
 * belong to the stream thread; the cluster is safe for any thread.
 */
@NullMarked
package dev.millrace.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
