package dev.millrace.streams.state;

/**
 * A key-value store of values with their timestamps and headers (KIP-1271).
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface TimestampedKeyValueStoreWithHeaders<K, V> extends KeyValueStore<K, ValueTimestampHeaders<V>> {}
