/** Tests of what is asked of exception handlers, and of obeying them. */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.kafka.fault;
