package dev.millrace.streams.kstream;

/**
 * Makes a new value of a value and its key.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 * @param <VR> the type of the result
 */
@FunctionalInterface
public interface ValueMapperWithKey<K, V, VR> {

    /** The new value. The key must not be changed. */
    VR apply(K readOnlyKey, V value);
}
