/** Tests of dividing work. */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.kafka.group;
