/**
 * Aggregations per key, of streams and of tables.
 *
 * <p>An aggregate's event time is the highest of all that went into it. What an aggregation does with a record is one
 * look-up, one call of user code and one write. Windows are not known here. Read
 * {@link dev.millrace.engine.operator.aggregate.StreamAggregateOperator} first. The thread that owns the task runs them.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.operator.aggregate;
