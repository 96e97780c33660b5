/**
 * What the imperative and the declarative language share: tasks, timestamps, partitioning, state stores.
 *
 * <p>Must not depend on an engine. Read {@code StateStore} and {@code TimestampExtractor} first. Callbacks run on the
 * stream thread that owns the task.
 */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.streams.processor;
