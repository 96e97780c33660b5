/**
 * Measures both engines in one run: the same programs, the same in-memory clients, a JVM each.
 *
 * <p>Read {@code Benchmark} first, then {@code Trial}. Must not know either engine's API: that is for package {@code program},
 * whose compiled classes are renamed to run on the reference.
 */
@NullMarked
package dev.millrace.benchmarks;

import org.jspecify.annotations.NullMarked;
