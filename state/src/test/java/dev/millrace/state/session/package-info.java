/** Session stores in a task: against a model, across commits, crashes and restores, and when sessions close. */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.state.session;
