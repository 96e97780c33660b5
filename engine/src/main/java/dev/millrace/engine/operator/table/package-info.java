/**
 * Operators on tables: they take updates (a table source takes records) and give updates.
 *
 * <p>A table operator keeps its result in a store only where its step names one; otherwise it passes updates through and
 * whoever needs a row computes it from the table above (see package {@code row}). Read
 * {@link dev.millrace.engine.operator.TableOperator} first. The thread that owns the task runs them.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.operator.table;
