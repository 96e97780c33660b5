/** Tests of views on records. */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.kafka.record;
