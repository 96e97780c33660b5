/**
 * JMH benchmarks of the parts of the data plane, each alone: what one record, key or entry costs there.
 *
 * <p>Read {@code PartBenchmark} first. They reach a part through the door that the engine itself uses, and measure our engine
 * only. JMH demands benchmark classes that are public and open; it makes a class around each. All runs on JMH's thread.
 */
@NullMarked
package dev.millrace.benchmarks.part;

import org.jspecify.annotations.NullMarked;
