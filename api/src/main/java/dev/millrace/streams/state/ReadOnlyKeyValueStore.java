package dev.millrace.streams.state;

import org.apache.kafka.common.serialization.Serializer;

/**
 * A key-value store for reading.
 *
 * <p>Safe for any thread. What comes out of an iterator may or may not show writes that happen meanwhile. Iterators must
 * be closed. Every method throws {@link dev.millrace.streams.errors.InvalidStateStoreException} while the store cannot
 * be read, as during a rebalance.
 *
 * <p>Source: the section "Interactive Queries" of the Kafka documentation.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface ReadOnlyKeyValueStore<K, V> {

    /**
     * The value of a key, null if there is none.
     *
     * @throws NullPointerException if the key is null
     */
    V get(K key);

    /**
     * The entries whose serialized keys lie between these two, both included, in the order of their bytes where the store
     * has one. Null stands for no bound.
     */
    KeyValueIterator<K, V> range(K from, K to);

    /**
     * Like {@link #range}, from the last to the first.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<K, V> reverseRange(K from, K to) {
        throw new UnsupportedOperationException("ReadOnlyKeyValueStore.reverseRange");
    }

    /** All entries. */
    KeyValueIterator<K, V> all();

    /**
     * All entries, from the last to the first.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<K, V> reverseAll() {
        throw new UnsupportedOperationException("ReadOnlyKeyValueStore.reverseAll");
    }

    /**
     * The entries whose serialized keys begin with this prefix (KIP-614).
     *
     * @param prefix the prefix
     * @param prefixKeySerializer how the prefix is written
     * @throws UnsupportedOperationException unless overridden
     */
    default <PS extends Serializer<P>, P> KeyValueIterator<K, V> prefixScan(P prefix, PS prefixKeySerializer) {
        throw new UnsupportedOperationException("ReadOnlyKeyValueStore.prefixScan");
    }

    /** About how many entries there are. */
    long approximateNumEntries();
}
