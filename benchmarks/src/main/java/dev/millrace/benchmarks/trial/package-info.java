/**
 * What all harnesses share: the command line, a JVM for each trial, the two engines, profiles.
 *
 * <p>Read {@code TrialProcess} first, then {@code Engines}. Must not know any harness, nor either engine's API.
 */
@NullMarked
package dev.millrace.benchmarks.trial;

import org.jspecify.annotations.NullMarked;
