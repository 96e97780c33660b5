/**
 * The running operators: one per file, in sub-packages by family.
 *
 * <p>An operator takes a record or a table update, does its one thing and calls the next operator; the call returns when
 * everything downstream is done. No operator reads a clock, takes a lock, or knows about threads, batches or Kafka. Read
 * {@link dev.millrace.engine.operator.Operator} first. The thread that owns the task runs it.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.operator;
