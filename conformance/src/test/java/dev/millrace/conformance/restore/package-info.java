/**
 * What the test of applications that move from one engine to the other is made of: what goes in ({@code Halves}), and what is
 * found in the topics afterwards ({@code Remains}).
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.conformance.restore;
