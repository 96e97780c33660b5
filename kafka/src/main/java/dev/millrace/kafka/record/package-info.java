/**
 * Records of the client as the engine sees them, and records of the engine as user code sees them.
 *
 * <p>Views and conversions without state; must not poll, send or decide. Read {@link dev.millrace.kafka.record.KafkaBatch}
 * first. Used on the worker's thread.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.kafka.record;
