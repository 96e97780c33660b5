/**
 * The engine harness: what a stream thread does without a broker.
 *
 * <p>Read {@code EngineHarness} first, then {@code EngineTrial}, which runs in a JVM of its own.
 */
@NullMarked
package dev.millrace.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
