/**
 * Running clients under either engine. Every class of this package is loaded twice, like those of package {@code program}, so
 * the same holds: only types of the JDK and of {@code dev.millrace.conformance.script} may be handed out.
 */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.conformance.client;
