package dev.millrace.streams.state;

import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.spi.Milliseconds;
import java.time.Instant;

/**
 * A store of one value for each key and window.
 *
 * <p>Implementations give the methods with times in milliseconds; those with instants call them. Writing belongs to the
 * stream thread of the task.
 *
 * <p>Source: the section "Processor API" of the Kafka documentation.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface WindowStore<K, V> extends StateStore, ReadOnlyWindowStore<K, V> {

    /**
     * Sets the value of a key in a window; null deletes it. Nothing happens if the window is older than the retention.
     *
     * @throws NullPointerException if the key is null
     */
    void put(K key, V value, long windowStartTimestamp);

    /** The windows of a key, as {@link #fetch(Object, Instant, Instant)}. */
    WindowStoreIterator<V> fetch(K key, long timeFrom, long timeTo);

    @Override
    default WindowStoreIterator<V> fetch(K key, Instant timeFrom, Instant timeTo) throws IllegalArgumentException {
        return fetch(key, Milliseconds.of(timeFrom, "timeFrom"), Milliseconds.of(timeTo, "timeTo"));
    }

    /**
     * The windows of a key, as {@link #backwardFetch(Object, Instant, Instant)}.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default WindowStoreIterator<V> backwardFetch(K key, long timeFrom, long timeTo) {
        throw new UnsupportedOperationException("WindowStore.backwardFetch");
    }

    @Override
    default WindowStoreIterator<V> backwardFetch(K key, Instant timeFrom, Instant timeTo)
            throws IllegalArgumentException {
        return backwardFetch(key, Milliseconds.of(timeFrom, "timeFrom"), Milliseconds.of(timeTo, "timeTo"));
    }

    /** The windows of several keys, as {@link #fetch(Object, Object, Instant, Instant)}. */
    KeyValueIterator<Windowed<K>, V> fetch(K keyFrom, K keyTo, long timeFrom, long timeTo);

    @Override
    default KeyValueIterator<Windowed<K>, V> fetch(K keyFrom, K keyTo, Instant timeFrom, Instant timeTo)
            throws IllegalArgumentException {
        return fetch(keyFrom, keyTo, Milliseconds.of(timeFrom, "timeFrom"), Milliseconds.of(timeTo, "timeTo"));
    }

    /**
     * The windows of several keys, as {@link #backwardFetch(Object, Object, Instant, Instant)}.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, V> backwardFetch(K keyFrom, K keyTo, long timeFrom, long timeTo) {
        throw new UnsupportedOperationException("WindowStore.backwardFetch");
    }

    @Override
    default KeyValueIterator<Windowed<K>, V> backwardFetch(K keyFrom, K keyTo, Instant timeFrom, Instant timeTo)
            throws IllegalArgumentException {
        return backwardFetch(keyFrom, keyTo, Milliseconds.of(timeFrom, "timeFrom"), Milliseconds.of(timeTo, "timeTo"));
    }

    /** The windows of all keys, as {@link #fetchAll(Instant, Instant)}. */
    KeyValueIterator<Windowed<K>, V> fetchAll(long timeFrom, long timeTo);

    @Override
    default KeyValueIterator<Windowed<K>, V> fetchAll(Instant timeFrom, Instant timeTo)
            throws IllegalArgumentException {
        return fetchAll(Milliseconds.of(timeFrom, "timeFrom"), Milliseconds.of(timeTo, "timeTo"));
    }

    /**
     * The windows of all keys, as {@link #backwardFetchAll(Instant, Instant)}.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, V> backwardFetchAll(long timeFrom, long timeTo) {
        throw new UnsupportedOperationException("WindowStore.backwardFetchAll");
    }

    @Override
    default KeyValueIterator<Windowed<K>, V> backwardFetchAll(Instant timeFrom, Instant timeTo)
            throws IllegalArgumentException {
        return backwardFetchAll(Milliseconds.of(timeFrom, "timeFrom"), Milliseconds.of(timeTo, "timeTo"));
    }
}
