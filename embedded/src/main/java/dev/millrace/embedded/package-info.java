/**
 * A genuine Kafka broker (KRaft, one node) on this machine, behind a small interface: {@link EmbeddedKafka} in this JVM,
 * {@link ChildBroker} in a JVM of its own that can be killed.
 *
 * <p>It is for programs that should run with nothing installed: examples, tests, benchmarks, a first try. It must not
 * know anything of streams, and nothing but this package may see the broker's classes.
 *
 * <p>Read {@link EmbeddedKafka} first, then {@link KraftNode}, which is the broker proper. The broker's threads belong
 * to Kafka; everything here runs on the thread of the caller, except where {@link BrokerThreads} says otherwise.
 */
@NullMarked
package dev.millrace.embedded;

import org.jspecify.annotations.NullMarked;
