/** A broker for applications under test, and what a test asks it: whether all input is processed, and what topics hold. */
@org.jspecify.annotations.NullMarked
package dev.millrace.conformance.broker;
