/**
 * How a row of a table is found: in a store, or where the table is not kept, computed from the rows of the table above.
 *
 * <p>A look-up follows what the definition says ({@code TableLookup}) down to its stores; it changes nothing and sends nothing.
 * Read {@link dev.millrace.engine.operator.row.TableRows} first. The thread that owns the task looks up.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.operator.row;
