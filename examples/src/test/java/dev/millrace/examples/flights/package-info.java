/** The flights example against plain computations over the same file. */
@org.jspecify.annotations.NullMarked
package dev.millrace.examples.flights;
