/**
 * The objects behind {@code KStream}, {@code KTable} and their kin: each call appends steps to the program.
 *
 * <p>The {@code Shorthands} classes fold the API's many overloads onto one canonical method per operator; the {@code Dsl}
 * classes implement those. What an operator does is in {@code definition}, how it is named in {@code naming}, how a table is
 * stored in {@code dsl.table}. Must not know how anything runs. Read {@link dev.millrace.topology.dsl.DslProgram} first, then
 * {@link dev.millrace.topology.dsl.DslStream}. Owned by the thread that builds the program; {@code StreamsBuilder} does not
 * lock these objects.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.topology.dsl;
