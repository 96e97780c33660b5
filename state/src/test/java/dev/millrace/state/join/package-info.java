/** One side of a join in a task: what it finds again, across commits, crashes and restores. */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.state.join;
