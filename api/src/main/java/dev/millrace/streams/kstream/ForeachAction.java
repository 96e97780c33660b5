package dev.millrace.streams.kstream;

/**
 * Does something with a record.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 */
@FunctionalInterface
public interface ForeachAction<K, V> {

    /** Does it. Key and value may be null and must not be changed. */
    void apply(K key, V value);
}
