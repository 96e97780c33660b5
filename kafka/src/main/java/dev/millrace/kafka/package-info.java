/**
 * The engine's ports on Kafka, with the clients that the application's {@code KafkaClientSupplier} makes.
 *
 * <p>Turns records, offsets and exceptions of the clients into the engine's words and back, and nothing else: no decision
 * about tasks or commits is taken here. Read {@link dev.millrace.kafka.Clients} first, which makes everything;
 * {@link dev.millrace.kafka.ClientErrors} says which exception of a client means what. Each port belongs to the thread that
 * the port's contract names; callbacks of the producer come on the producer's own thread, and only
 * {@link dev.millrace.kafka.KafkaRecordSink} has to know.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.kafka;
