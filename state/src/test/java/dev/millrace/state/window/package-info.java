/** Window stores in a task: the order of windows, and the windows of a key around a time. */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.state.window;
