package dev.millrace.streams.kstream;

@FunctionalInterface
public interface Reducer<V> {

    V apply(V value1, V value2);
}
