/**
 * The programs, by family, and what runs them. Every class of this package is loaded twice: as it is for Millrace, and with
 * {@code dev.millrace.streams} renamed to {@code org.apache.kafka.streams} for the reference. So nothing here may be handed to
 * the other packages but types of the JDK and of {@code dev.millrace.conformance.script}.
 */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.conformance.program;
