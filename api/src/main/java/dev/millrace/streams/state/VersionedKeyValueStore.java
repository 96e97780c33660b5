package dev.millrace.streams.state;

import dev.millrace.streams.processor.StateStore;

public interface VersionedKeyValueStore<K, V> extends StateStore {
    long PUT_RETURN_CODE_VALID_TO_UNDEFINED = -1L;
    long PUT_RETURN_CODE_NOT_PUT = Long.MIN_VALUE;

    long put(K key, V value, long timestamp);

    VersionedRecord<V> delete(K key, long timestamp);

    VersionedRecord<V> get(K key);

    VersionedRecord<V> get(K key, long asOfTimestamp);
}
