package dev.millrace.streams.state;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serializer;

/**
 * All local partitions of a key-value store as one. A key is looked for in one after the other; ranges come partition by
 * partition, so their order is that of keys within a partition only.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class LocalKeyValueStore<K, V> implements ReadOnlyKeyValueStore<K, V> {
    private final Supplier<List<ReadOnlyKeyValueStore<K, V>>> partitions;

    LocalKeyValueStore(Supplier<List<ReadOnlyKeyValueStore<K, V>>> partitions) {
        this.partitions = partitions;
    }

    @Override
    public V get(K key) {
        Objects.requireNonNull(key, "key cannot be null");
        for (ReadOnlyKeyValueStore<K, V> partition : partitions.get()) {
            V value = partition.get(key);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public KeyValueIterator<K, V> range(K from, K to) {
        return LocalEntries.of(partitions.get(), partition -> partition.range(from, to));
    }

    @Override
    public KeyValueIterator<K, V> reverseRange(K from, K to) {
        return LocalEntries.of(partitions.get(), partition -> partition.reverseRange(from, to));
    }

    @Override
    public KeyValueIterator<K, V> all() {
        return LocalEntries.of(partitions.get(), ReadOnlyKeyValueStore::all);
    }

    @Override
    public KeyValueIterator<K, V> reverseAll() {
        return LocalEntries.of(partitions.get(), ReadOnlyKeyValueStore::reverseAll);
    }

    @Override
    public <PS extends Serializer<P>, P> KeyValueIterator<K, V> prefixScan(P prefix, PS prefixKeySerializer) {
        Objects.requireNonNull(prefix, "prefix cannot be null");
        return LocalEntries.of(partitions.get(), partition -> partition.prefixScan(prefix, prefixKeySerializer));
    }

    @Override
    public long approximateNumEntries() {
        long total = 0;
        for (ReadOnlyKeyValueStore<K, V> partition : partitions.get()) {
            total += partition.approximateNumEntries();
            if (total < 0) {
                return Long.MAX_VALUE;
            }
        }
        return total;
    }
}
