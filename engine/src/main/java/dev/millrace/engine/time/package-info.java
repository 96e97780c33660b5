/**
 * Time as the engine sees it: the clock it is given, and what is scheduled on stream time and wall-clock time.
 *
 * <p>Nothing in the engine reads the system's clock; it asks a {@link dev.millrace.engine.time.Clock}, once per batch.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.time;
