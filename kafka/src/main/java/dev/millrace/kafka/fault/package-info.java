/**
 * Records that cannot be read, processed or written: the application's exception handlers, asked and obeyed.
 *
 * <p>Must not send anything: dead letters are put into a {@link dev.millrace.kafka.fault.DeadLetters} and sent by who owns the
 * producer. Read {@link dev.millrace.kafka.fault.ExceptionHandlers} first. Handlers are called on the worker's thread, the
 * one for production also on the producer's.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.kafka.fault;
