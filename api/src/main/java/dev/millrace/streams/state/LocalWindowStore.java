package dev.millrace.streams.state;

import dev.millrace.streams.kstream.Windowed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All local partitions of a window store as one, as {@link LocalKeyValueStore} does it.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class LocalWindowStore<K, V> implements ReadOnlyWindowStore<K, V> {
    private final Supplier<List<ReadOnlyWindowStore<K, V>>> partitions;

    LocalWindowStore(Supplier<List<ReadOnlyWindowStore<K, V>>> partitions) {
        this.partitions = partitions;
    }

    @Override
    public V fetch(K key, long time) {
        Objects.requireNonNull(key, "key cannot be null");
        for (ReadOnlyWindowStore<K, V> partition : partitions.get()) {
            V value = partition.fetch(key, time);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public WindowStoreIterator<V> fetch(K key, Instant timeFrom, Instant timeTo) {
        return firstWithWindows(key, partition -> partition.fetch(key, timeFrom, timeTo));
    }

    @Override
    public WindowStoreIterator<V> backwardFetch(K key, Instant timeFrom, Instant timeTo) {
        return firstWithWindows(key, partition -> partition.backwardFetch(key, timeFrom, timeTo));
    }

    /** A key is in one partition, so the first that has windows has them all. */
    private WindowStoreIterator<V> firstWithWindows(
            K key, Function<ReadOnlyWindowStore<K, V>, WindowStoreIterator<V>> query) {
        Objects.requireNonNull(key, "key cannot be null");
        for (ReadOnlyWindowStore<K, V> partition : partitions.get()) {
            WindowStoreIterator<V> windows = query.apply(partition);
            if (windows.hasNext()) {
                return windows;
            }
            windows.close();
        }
        return new NoWindows<>();
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> fetch(K keyFrom, K keyTo, Instant timeFrom, Instant timeTo) {
        return LocalEntries.of(partitions.get(), partition -> partition.fetch(keyFrom, keyTo, timeFrom, timeTo));
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> backwardFetch(K keyFrom, K keyTo, Instant timeFrom, Instant timeTo) {
        return LocalEntries.of(
                partitions.get(), partition -> partition.backwardFetch(keyFrom, keyTo, timeFrom, timeTo));
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> all() {
        return LocalEntries.of(partitions.get(), ReadOnlyWindowStore::all);
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> backwardAll() {
        return LocalEntries.of(partitions.get(), ReadOnlyWindowStore::backwardAll);
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> fetchAll(Instant timeFrom, Instant timeTo) {
        return LocalEntries.of(partitions.get(), partition -> partition.fetchAll(timeFrom, timeTo));
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> backwardFetchAll(Instant timeFrom, Instant timeTo) {
        return LocalEntries.of(partitions.get(), partition -> partition.backwardFetchAll(timeFrom, timeTo));
    }
}
