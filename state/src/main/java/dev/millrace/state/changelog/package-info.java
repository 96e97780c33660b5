/**
 * What is written to changelogs and restored from them, byte by byte; the same as the reference writes and reads.
 *
 * <p>Pure functions of bytes, safe for any thread. Who appends and when is the business of the kinds of stores
 * and of package {@code task}. Read {@link dev.millrace.state.changelog.ChangelogFormat}.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.changelog;
