/**
 * The seam between the API and the engine: what an engine provides, found with {@link java.util.ServiceLoader}.
 *
 * <p>Applications never use this package. It must not contain behaviour. Read {@code StoreProvider} first.
 */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.streams.spi;
