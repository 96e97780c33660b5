package dev.millrace.streams.kstream;

@FunctionalInterface
public interface KeyValueMapper<K, V, VR> {

    VR apply(K key, V value);
}
