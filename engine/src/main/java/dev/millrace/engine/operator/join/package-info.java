/**
 * Joins of a stream with a table.
 *
 * <p>Only the stream side makes a join happen; the table side is a look-up, see
 * {@link dev.millrace.engine.operator.join.TableRows}. Nothing is kept here. Read
 * {@link dev.millrace.engine.operator.join.StreamTableJoinOperator} first. The thread that owns the task runs them.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.operator.join;
