/**
 * What the engine needs from outside: records in, records out, transactions, topics, membership, answers to failures.
 *
 * <p>Module {@code kafka} implements these with the Kafka clients; tests and the test driver with plain collections. No
 * implementation lives here, and no type of the Kafka clients is named here. Unless said otherwise a port belongs to the
 * worker thread that uses it.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.port;
