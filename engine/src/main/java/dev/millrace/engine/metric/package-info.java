/**
 * What the engine counts about itself.
 *
 * <p>Counting is adding to a plain field on the thread that owns the task; naming, rates and publication happen outside the
 * hot path, by readers that take the task's lock. No sensor of the Kafka clients is touched per record. Read
 * {@link dev.millrace.engine.metric.TaskCounters} first.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.metric;
