/**
 * Measures both engines in one run: the same programs, the same settings, a JVM each. And, in package {@code part}, the parts
 * of ours.
 *
 * <p>Read {@code Benchmark} first, then the harness of interest. Only package {@code program} knows the API; its compiled classes
 * are renamed to run on the reference.
 */
@NullMarked
package dev.millrace.benchmarks;

import org.jspecify.annotations.NullMarked;
