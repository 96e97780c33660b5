/**
 * The programs that are measured, written against Millrace; for the reference, {@code RenamingLoader} renames the API's package
 * in the compiled classes of this package.
 *
 * <p>Read {@code Workload} first. Must not be named by other packages: they reach it through {@code Trial} by reflection.
 */
@NullMarked
package dev.millrace.benchmarks.program;

import org.jspecify.annotations.NullMarked;
