package dev.millrace.streams.kstream;

@FunctionalInterface
public interface Predicate<K, V> {

    boolean test(K key, V value);
}
