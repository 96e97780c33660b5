/**
 * Joins: of two streams, of a stream with a table, where only the stream side makes a join happen, and of two tables by key,
 * where both do.
 *
 * <p>Whatever side a record or update comes from, the other side is a look-up: in the records of late, which the sides of a join
 * of streams keep in stores, or in a table, see {@link dev.millrace.engine.operator.row.TableRows}. Read
 * {@link dev.millrace.engine.operator.join.StreamTableJoinOperator} first, then
 * {@link dev.millrace.engine.operator.join.TableJoinOperator} and
 * {@link dev.millrace.engine.operator.join.StreamJoinOperator}. The thread that owns the task runs them.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.operator.join;
