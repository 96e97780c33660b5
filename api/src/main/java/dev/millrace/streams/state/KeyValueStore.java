package dev.millrace.streams.state;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.processor.StateStore;
import java.util.List;

/**
 * A store of one value for each key.
 *
 * <p>Writing belongs to the stream thread of the task.
 *
 * <p>Source: the section "Processor API" of the Kafka documentation.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface KeyValueStore<K, V> extends StateStore, ReadOnlyKeyValueStore<K, V> {

    /**
     * Sets the value of a key; null deletes it.
     *
     * @throws NullPointerException if the key is null
     */
    void put(K key, V value);

    /**
     * Sets the value of a key that has none.
     *
     * @return the value it had, null if it had none
     * @throws NullPointerException if the key is null
     */
    V putIfAbsent(K key, V value);

    /**
     * Sets several values.
     *
     * @throws NullPointerException if a key is null
     */
    void putAll(List<KeyValue<K, V>> entries);

    /**
     * Deletes a key.
     *
     * @return the value it had, null if it had none
     * @throws NullPointerException if the key is null
     */
    V delete(K key);
}
