/**
 * Views of the API's configuration objects, which keep what they were told in protected fields: one copy with accessors for
 * each.
 *
 * <p>Must not decide anything. Read {@link dev.millrace.topology.dsl.option.MaterializedOptions} for an example. Owned by the
 * thread that builds the program.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.topology.dsl.option;
