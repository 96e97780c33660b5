package dev.millrace.streams.state;

import dev.millrace.streams.kstream.Windowed;
import java.time.Instant;

public interface ReadOnlyWindowStore<K, V> {

    V fetch(K key, long time);

    WindowStoreIterator<V> fetch(K key, Instant timeFrom, Instant timeTo) throws IllegalArgumentException;

    default WindowStoreIterator<V> backwardFetch(K key, Instant timeFrom, Instant timeTo)
            throws IllegalArgumentException {
        throw new UnsupportedOperationException("ReadOnlyWindowStore.backwardFetch");
    }

    KeyValueIterator<Windowed<K>, V> fetch(K keyFrom, K keyTo, Instant timeFrom, Instant timeTo)
            throws IllegalArgumentException;

    default KeyValueIterator<Windowed<K>, V> backwardFetch(K keyFrom, K keyTo, Instant timeFrom, Instant timeTo)
            throws IllegalArgumentException {
        throw new UnsupportedOperationException("ReadOnlyWindowStore.backwardFetch");
    }

    KeyValueIterator<Windowed<K>, V> all();

    default KeyValueIterator<Windowed<K>, V> backwardAll() {
        throw new UnsupportedOperationException("ReadOnlyWindowStore.backwardAll");
    }

    KeyValueIterator<Windowed<K>, V> fetchAll(Instant timeFrom, Instant timeTo) throws IllegalArgumentException;

    default KeyValueIterator<Windowed<K>, V> backwardFetchAll(Instant timeFrom, Instant timeTo)
            throws IllegalArgumentException {
        throw new UnsupportedOperationException("ReadOnlyWindowStore.backwardFetchAll");
    }
}
