package dev.millrace.streams.state;

import dev.millrace.streams.kstream.Windowed;
import java.time.Instant;

/**
 * A window store for reading.
 *
 * <p>Times are those of the windows' starts, both bounds included. Windows come by key and then by time, the backward
 * methods the other way round. Thread-safety and errors are as for {@link ReadOnlyKeyValueStore}.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface ReadOnlyWindowStore<K, V> {

    /**
     * The value of a key in the window that starts at this time, null if there is none.
     *
     * @throws NullPointerException if the key is null
     */
    V fetch(K key, long time);

    /**
     * The windows of a key.
     *
     * @throws IllegalArgumentException if a time does not fit into milliseconds
     * @throws NullPointerException if the key is null
     */
    WindowStoreIterator<V> fetch(K key, Instant timeFrom, Instant timeTo) throws IllegalArgumentException;

    /**
     * Like {@link #fetch(Object, Instant, Instant)}, from the last to the first.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default WindowStoreIterator<V> backwardFetch(K key, Instant timeFrom, Instant timeTo)
            throws IllegalArgumentException {
        throw new UnsupportedOperationException("ReadOnlyWindowStore.backwardFetch");
    }

    /**
     * The windows of all keys between these two; null stands for no bound.
     *
     * @throws IllegalArgumentException if a time does not fit into milliseconds
     */
    KeyValueIterator<Windowed<K>, V> fetch(K keyFrom, K keyTo, Instant timeFrom, Instant timeTo)
            throws IllegalArgumentException;

    /**
     * Like {@link #fetch(Object, Object, Instant, Instant)}, from the last to the first.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, V> backwardFetch(K keyFrom, K keyTo, Instant timeFrom, Instant timeTo)
            throws IllegalArgumentException {
        throw new UnsupportedOperationException("ReadOnlyWindowStore.backwardFetch");
    }

    /** All windows. */
    KeyValueIterator<Windowed<K>, V> all();

    /**
     * All windows, from the last to the first.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, V> backwardAll() {
        throw new UnsupportedOperationException("ReadOnlyWindowStore.backwardAll");
    }

    /**
     * The windows of all keys in this time.
     *
     * @throws IllegalArgumentException if a time does not fit into milliseconds
     */
    KeyValueIterator<Windowed<K>, V> fetchAll(Instant timeFrom, Instant timeTo) throws IllegalArgumentException;

    /**
     * Like {@link #fetchAll}, from the last to the first.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, V> backwardFetchAll(Instant timeFrom, Instant timeTo)
            throws IllegalArgumentException {
        throw new UnsupportedOperationException("ReadOnlyWindowStore.backwardFetchAll");
    }
}
