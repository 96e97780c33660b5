package dev.millrace.streams.kstream;

@FunctionalInterface
public interface Merger<K, V> {

    V apply(K aggKey, V aggOne, V aggTwo);
}
