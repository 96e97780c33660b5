package dev.millrace.streams.kstream;

public interface GlobalKTable<K, V> {

    String queryableStoreName();
}
