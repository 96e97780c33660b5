package dev.millrace.streams.state;

/**
 * A window store of values with their timestamps and headers (KIP-1271).
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface TimestampedWindowStoreWithHeaders<K, V> extends WindowStore<K, ValueTimestampHeaders<V>> {}
