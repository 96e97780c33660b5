/**
 * Aggregations per key and session.
 *
 * <p>Time here is what this operator has seen: the highest event time of the records that reached it decides which sessions are
 * closed. Read {@link dev.millrace.engine.operator.session.SessionAggregateOperator} first. The thread that owns the task runs
 * them.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.operator.session;
