/**
 * Runnable applications, started as {@code ./millrace example NAME}. Each is written as a user would write it: against the API
 * of {@code dev.millrace.streams} and the embedded broker alone.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.examples;
