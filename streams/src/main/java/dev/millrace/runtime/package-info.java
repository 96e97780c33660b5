/**
 * An instance: everything that runs behind one {@code KafkaStreams}, put together.
 *
 * <p>This is the outermost layer and the seam to the machine: here, and in the adapters it uses, are the real clock, real
 * threads, random process ids, the file system and the loggers; everything below is handed them. Nothing below knows this
 * package.
 *
 * <p>Read {@link dev.millrace.runtime.Instance} first, then {@link dev.millrace.runtime.Wiring}, which says what a worker is
 * made of, and {@link dev.millrace.runtime.LocalState}, which says where stores live. What is here may be called by any thread.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.runtime;
