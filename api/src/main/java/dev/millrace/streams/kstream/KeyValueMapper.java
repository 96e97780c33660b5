package dev.millrace.streams.kstream;

/**
 * Makes something of a key and a value: a key, a value, a pair or several.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 * @param <VR> the type of the result
 */
@FunctionalInterface
public interface KeyValueMapper<K, V, VR> {

    /** What it makes of them. Key and value may be null and must not be changed. */
    VR apply(K key, V value);
}
