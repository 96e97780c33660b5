/** Proof that the examples, and what is said of them, are true. Read {@link dev.millrace.examples.ReadmeTest} first. */
@org.jspecify.annotations.NullMarked
package dev.millrace.examples;
