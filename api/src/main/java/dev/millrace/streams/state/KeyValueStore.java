package dev.millrace.streams.state;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.processor.StateStore;
import java.util.List;

public interface KeyValueStore<K, V> extends StateStore, ReadOnlyKeyValueStore<K, V> {

    void put(K key, V value);

    V putIfAbsent(K key, V value);

    void putAll(List<KeyValue<K, V>> entries);

    V delete(K key);
}
