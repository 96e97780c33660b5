/** The stores of a task through the front door: what user code and operators see, across commits, crashes and restores. */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.state.task;
