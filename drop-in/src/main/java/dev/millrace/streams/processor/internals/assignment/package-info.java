/**
 * Class names of the reference's engine that stand in the configuration of existing applications, as assignors that can be loaded
 * under them.
 *
 * <p>Only the drop-in jar has them. Names that libraries link to need no class of their own here: the drop-in's relocations, in
 * the parent POM, give them to ours.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.streams.processor.internals.assignment;
