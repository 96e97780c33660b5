package dev.millrace.streams.kstream;

/**
 * Says whether something holds for a record.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 */
@FunctionalInterface
public interface Predicate<K, V> {

    /** Whether it holds. Key and value may be null. */
    boolean test(K key, V value);
}
