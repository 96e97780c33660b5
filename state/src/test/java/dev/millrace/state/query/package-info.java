/** What other threads see of a task's stores. */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.state.query;
