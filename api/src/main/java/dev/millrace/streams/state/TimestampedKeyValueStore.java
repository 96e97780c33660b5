package dev.millrace.streams.state;

/**
 * A key-value store of values with their timestamps (KIP-258).
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface TimestampedKeyValueStore<K, V> extends KeyValueStore<K, ValueAndTimestamp<V>> {}
