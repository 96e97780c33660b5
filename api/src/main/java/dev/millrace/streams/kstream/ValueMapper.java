package dev.millrace.streams.kstream;

/**
 * Makes a new value of a value.
 *
 * @param <V> the type of the value
 * @param <VR> the type of the result
 */
@FunctionalInterface
public interface ValueMapper<V, VR> {

    /** The new value. */
    VR apply(V value);
}
