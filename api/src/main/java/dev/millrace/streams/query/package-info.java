/**
 * Interactive queries: questions to the state of a running application, and their answers (KIP-796).
 *
 * <p>Must not know how a store answers. Read {@code StateQueryRequest} and {@code Query} first. Queries are asked by
 * application threads; the value types are immutable unless they say otherwise.
 */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.streams.query;
