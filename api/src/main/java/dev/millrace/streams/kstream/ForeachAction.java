package dev.millrace.streams.kstream;

@FunctionalInterface
public interface ForeachAction<K, V> {

    void apply(K key, V value);
}
