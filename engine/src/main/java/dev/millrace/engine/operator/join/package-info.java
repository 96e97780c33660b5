/**
 * Joins with tables: of a stream, where only the stream side makes a join happen, and of two tables by key, where both do.
 *
 * <p>Whatever side an update comes from, the other side is a look-up, see {@link dev.millrace.engine.operator.join.TableRows}.
 * Nothing is kept here but the result of a table join, if it was asked for. Read
 * {@link dev.millrace.engine.operator.join.StreamTableJoinOperator} first, then
 * {@link dev.millrace.engine.operator.join.TableJoinOperator}. The thread that owns the task runs them.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.operator.join;
