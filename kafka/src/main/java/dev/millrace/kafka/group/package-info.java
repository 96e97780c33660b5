/**
 * The consumer's group protocol, handed to the engine.
 *
 * <p>One class with a name of its own, because the consumer finds it by name: {@code StreamsConfig} puts that name into the main
 * consumer's configuration. Must not decide anything. Called on the worker's thread, inside a poll.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.kafka.group;
