/**
 * What can go wrong, and the handlers that decide what happens then.
 *
 * <p>Must not contain recovery logic: handlers only decide, the engine acts. Read {@code StreamsException} and
 * {@code ErrorHandlerContext} first. Handlers are called on the thread that processes the record.
 */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.streams.errors;
