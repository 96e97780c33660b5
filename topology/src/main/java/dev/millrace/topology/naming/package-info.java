/**
 * The names that the library makes up for nodes, stores and internal topics.
 *
 * <p>They are in Kafka (topics), on disk (stores) and in metrics, so they are equal to the reference's: same words, same
 * numbers. A changed name loses state. Must not know what is named. Read {@link dev.millrace.topology.naming.NameSequence}
 * first. A sequence is owned by the thread that builds the program.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.topology.naming;
