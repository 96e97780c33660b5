/**
 * State stores: their interfaces, builders, suppliers and value types.
 *
 * <p>Must not contain a store. Read {@code KeyValueStore} and {@code Stores} first. A writable store belongs to its task's
 * stream thread; read-only views may be used from any thread.
 */
@org.jspecify.annotations.NullUnmarked
package dev.millrace.streams.state;
