/** Tests of the ports: against Kafka's own mock clients where those are honest, and against an embedded broker elsewhere. */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.kafka;
