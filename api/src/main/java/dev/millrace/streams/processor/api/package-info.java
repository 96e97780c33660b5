/**
 * The imperative language: processors, their records and their context.
 *
 * <p>Must not depend on an engine. Read {@code Processor} and {@code Record} first. A processor belongs to one stream
 * thread at a time.
 */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.streams.processor.api;
