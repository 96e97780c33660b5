/**
 * Applications that are killed with SIGKILL at random moments, while input flows, and must be right all the same. Read
 * {@link dev.millrace.runtime.crash.KillTest} first.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.runtime.crash;
