/** Buffers in a task: their order, and how they come back from their changelogs. */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.state.buffer;
