/**
 * Applications that run on a broker and keep something in stores of every kind, to be stopped under one engine and started
 * again under the other. {@link dev.millrace.conformance.program.application.Kinds} has them all.
 *
 * <p>Like the package around it, every class of this one is loaded twice: so nothing here may be handed to the other packages
 * but types of the JDK and of {@code dev.millrace.conformance.script}.
 */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.conformance.program.application;
