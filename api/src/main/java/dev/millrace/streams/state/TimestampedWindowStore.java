package dev.millrace.streams.state;

/**
 * A window store of values with their timestamps (KIP-258).
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface TimestampedWindowStore<K, V> extends WindowStore<K, ValueAndTimestamp<V>> {}
