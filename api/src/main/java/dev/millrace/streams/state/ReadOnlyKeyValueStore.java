package dev.millrace.streams.state;

import org.apache.kafka.common.serialization.Serializer;

public interface ReadOnlyKeyValueStore<K, V> {

    V get(K key);

    KeyValueIterator<K, V> range(K from, K to);

    default KeyValueIterator<K, V> reverseRange(K from, K to) {
        throw new UnsupportedOperationException("ReadOnlyKeyValueStore.reverseRange");
    }

    KeyValueIterator<K, V> all();

    default KeyValueIterator<K, V> reverseAll() {
        throw new UnsupportedOperationException("ReadOnlyKeyValueStore.reverseAll");
    }

    default <PS extends Serializer<P>, P> KeyValueIterator<K, V> prefixScan(P prefix, PS prefixKeySerializer) {
        throw new UnsupportedOperationException("ReadOnlyKeyValueStore.prefixScan");
    }

    long approximateNumEntries();
}
