package dev.millrace.streams.state;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.spi.LocalStores;

/** The ways to see local stores from outside that come with the library. */
public final class QueryableStoreTypes {

    /** Nothing is gained by an instance. */
    public QueryableStoreTypes() {}

    /** Key-value stores, with plain values even where timestamps are kept. */
    public static <K, V> QueryableStoreType<ReadOnlyKeyValueStore<K, V>> keyValueStore() {
        return new KeyValueStoreType<>();
    }

    /** Key-value stores that keep timestamps. */
    public static <K, V> QueryableStoreType<ReadOnlyKeyValueStore<K, ValueAndTimestamp<V>>> timestampedKeyValueStore() {
        return new TimestampedKeyValueStoreType<>();
    }

    /** Key-value stores that keep timestamps and headers. */
    public static <K, V>
            QueryableStoreType<ReadOnlyKeyValueStore<K, ValueTimestampHeaders<V>>>
                    timestampedKeyValueStoreWithHeaders() {
        return new TimestampedKeyValueStoreWithHeadersType<>();
    }

    /** Window stores, with plain values even where timestamps are kept. */
    public static <K, V> QueryableStoreType<ReadOnlyWindowStore<K, V>> windowStore() {
        return new WindowStoreType<>();
    }

    /** Window stores that keep timestamps. */
    public static <K, V> QueryableStoreType<ReadOnlyWindowStore<K, ValueAndTimestamp<V>>> timestampedWindowStore() {
        return new TimestampedWindowStoreType<>();
    }

    /** Window stores that keep timestamps and headers. */
    public static <K, V>
            QueryableStoreType<ReadOnlyWindowStore<K, ValueTimestampHeaders<V>>> timestampedWindowStoreWithHeaders() {
        return new TimestampedWindowStoreWithHeadersType<>();
    }

    /** Session stores, with plain aggregates even where headers are kept. */
    public static <K, V> QueryableStoreType<ReadOnlySessionStore<K, V>> sessionStore() {
        return new SessionStoreType<>();
    }

    /** Session stores that keep headers. */
    public static <K, V>
            QueryableStoreType<ReadOnlySessionStore<K, AggregationWithHeaders<V>>> sessionStoreWithHeaders() {
        return new SessionStoreWithHeadersType<>();
    }

    /** Accepts the stores of one Java type. */
    private abstract static class QueryableStoreTypeMatcher<T> implements QueryableStoreType<T> {
        private final Class<?> accepted;

        QueryableStoreTypeMatcher(Class<?> accepted) {
            this.accepted = accepted;
        }

        @Override
        public boolean accepts(StateStore stateStore) {
            return accepted.isInstance(stateStore);
        }
    }

    /**
     * Sees key-value stores with plain values.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     */
    public static class KeyValueStoreType<K, V> extends QueryableStoreTypeMatcher<ReadOnlyKeyValueStore<K, V>> {
        KeyValueStoreType() {
            super(ReadOnlyKeyValueStore.class);
        }

        @Override
        public ReadOnlyKeyValueStore<K, V> create(LocalStores storeProvider, String storeName) {
            return new LocalKeyValueStore<>(() -> storeProvider.stores(storeName, this));
        }
    }

    /**
     * Sees session stores with plain aggregates.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the aggregates
     */
    public static class SessionStoreType<K, V> extends QueryableStoreTypeMatcher<ReadOnlySessionStore<K, V>> {
        SessionStoreType() {
            super(ReadOnlySessionStore.class);
        }

        @Override
        public ReadOnlySessionStore<K, V> create(LocalStores storeProvider, String storeName) {
            return new LocalSessionStore<>(() -> storeProvider.stores(storeName, this));
        }
    }

    /**
     * Sees key-value stores with timestamps, also those that keep headers.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     */
    public static class TimestampedKeyValueStoreType<K, V>
            extends QueryableStoreTypeMatcher<ReadOnlyKeyValueStore<K, ValueAndTimestamp<V>>> {
        TimestampedKeyValueStoreType() {
            super(TimestampedKeyValueStore.class);
        }

        @Override
        public boolean accepts(StateStore stateStore) {
            return super.accepts(stateStore) || stateStore instanceof TimestampedKeyValueStoreWithHeaders;
        }

        @Override
        public ReadOnlyKeyValueStore<K, ValueAndTimestamp<V>> create(LocalStores storeProvider, String storeName) {
            return new LocalKeyValueStore<>(() -> storeProvider.stores(storeName, this));
        }
    }

    /**
     * Sees window stores with timestamps, also those that keep headers.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     */
    public static class TimestampedWindowStoreType<K, V>
            extends QueryableStoreTypeMatcher<ReadOnlyWindowStore<K, ValueAndTimestamp<V>>> {
        TimestampedWindowStoreType() {
            super(TimestampedWindowStore.class);
        }

        @Override
        public boolean accepts(StateStore stateStore) {
            return super.accepts(stateStore) || stateStore instanceof TimestampedWindowStoreWithHeaders;
        }

        @Override
        public ReadOnlyWindowStore<K, ValueAndTimestamp<V>> create(LocalStores storeProvider, String storeName) {
            return new LocalWindowStore<>(() -> storeProvider.stores(storeName, this));
        }
    }

    /**
     * Sees window stores with plain values.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     */
    public static class WindowStoreType<K, V> extends QueryableStoreTypeMatcher<ReadOnlyWindowStore<K, V>> {
        WindowStoreType() {
            super(ReadOnlyWindowStore.class);
        }

        @Override
        public ReadOnlyWindowStore<K, V> create(LocalStores storeProvider, String storeName) {
            return new LocalWindowStore<>(() -> storeProvider.stores(storeName, this));
        }
    }

    private static final class TimestampedKeyValueStoreWithHeadersType<K, V>
            extends QueryableStoreTypeMatcher<ReadOnlyKeyValueStore<K, ValueTimestampHeaders<V>>> {
        TimestampedKeyValueStoreWithHeadersType() {
            super(TimestampedKeyValueStoreWithHeaders.class);
        }

        @Override
        public ReadOnlyKeyValueStore<K, ValueTimestampHeaders<V>> create(LocalStores stores, String storeName) {
            return new LocalKeyValueStore<>(() -> stores.stores(storeName, this));
        }
    }

    private static final class TimestampedWindowStoreWithHeadersType<K, V>
            extends QueryableStoreTypeMatcher<ReadOnlyWindowStore<K, ValueTimestampHeaders<V>>> {
        TimestampedWindowStoreWithHeadersType() {
            super(TimestampedWindowStoreWithHeaders.class);
        }

        @Override
        public ReadOnlyWindowStore<K, ValueTimestampHeaders<V>> create(LocalStores stores, String storeName) {
            return new LocalWindowStore<>(() -> stores.stores(storeName, this));
        }
    }

    private static final class SessionStoreWithHeadersType<K, V>
            extends QueryableStoreTypeMatcher<ReadOnlySessionStore<K, AggregationWithHeaders<V>>> {
        SessionStoreWithHeadersType() {
            super(SessionStoreWithHeaders.class);
        }

        @Override
        public ReadOnlySessionStore<K, AggregationWithHeaders<V>> create(LocalStores stores, String storeName) {
            return new LocalSessionStore<>(() -> stores.stores(storeName, this));
        }
    }
}
