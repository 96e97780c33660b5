/**
 * Operators next to a topic: where records leave a task, and where table updates come back.
 *
 * <p>Serialization, the choice of topic and partition, and the bytes of table updates are here. A sink hands over to a
 * {@link dev.millrace.engine.port.RecordSink} and must not know producers. Read
 * {@link dev.millrace.engine.operator.topic.SinkOperator} first, then
 * {@link dev.millrace.engine.operator.topic.TableUpdateFormat}. The thread that owns the task runs them.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.operator.topic;
