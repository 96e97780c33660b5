/**
 * The many overloads of {@code KStream} and {@code KTable}, folded onto one method per operator, with arguments checked.
 *
 * <p>Must not do anything else: what an operator does to the program is in the sub-classes. Read
 * {@link dev.millrace.topology.dsl.shorthand.StreamShorthands} first. Owned by the thread that builds the program.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.topology.dsl.shorthand;
