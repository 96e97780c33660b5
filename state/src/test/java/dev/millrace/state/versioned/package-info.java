/** Versioned stores in a task, against a model. */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.state.versioned;
