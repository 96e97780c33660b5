package dev.millrace.streams.kstream;

@FunctionalInterface
public interface Aggregator<K, V, VAgg> {

    VAgg apply(K key, V value, VAgg aggregate);
}
