/**
 * Whether and how tables are kept in stores: names, serdes, builders, and who needs old values.
 *
 * <p>Must not name nodes or append steps. Read {@link dev.millrace.topology.dsl.table.TableState} first. Owned by the thread
 * that builds the program.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.topology.dsl.table;
