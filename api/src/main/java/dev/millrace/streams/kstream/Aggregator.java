package dev.millrace.streams.kstream;

/**
 * Adds a value to an aggregate. Must not keep state of its own.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 * @param <VAgg> the type of the aggregate
 */
@FunctionalInterface
public interface Aggregator<K, V, VAgg> {

    /** The new aggregate; null deletes it. */
    VAgg apply(K key, V value, VAgg aggregate);
}
