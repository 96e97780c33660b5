/**
 * Programs whose description must be equal to the reference's, text for text.
 *
 * <p>They use the public API alone, so that the same source runs on both engines once the package is replaced. Read
 * {@link dev.millrace.topology.corpus.Corpus} first.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.topology.corpus;
