/** What the state directory promises, tried on real directories and with real processes. */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.directory;
