package dev.millrace.streams.state;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.spi.LocalStores;

public final class QueryableStoreTypes {

    public QueryableStoreTypes() {}

    public static <K, V> QueryableStoreType<ReadOnlyKeyValueStore<K, V>> keyValueStore() {
        throw new UnsupportedOperationException("QueryableStoreTypes.keyValueStore");
    }

    public static <K, V> QueryableStoreType<ReadOnlyKeyValueStore<K, ValueAndTimestamp<V>>> timestampedKeyValueStore() {
        throw new UnsupportedOperationException("QueryableStoreTypes.timestampedKeyValueStore");
    }

    public static <K, V>
            QueryableStoreType<ReadOnlyKeyValueStore<K, ValueTimestampHeaders<V>>>
                    timestampedKeyValueStoreWithHeaders() {
        throw new UnsupportedOperationException("QueryableStoreTypes.timestampedKeyValueStoreWithHeaders");
    }

    public static <K, V> QueryableStoreType<ReadOnlyWindowStore<K, V>> windowStore() {
        throw new UnsupportedOperationException("QueryableStoreTypes.windowStore");
    }

    public static <K, V> QueryableStoreType<ReadOnlyWindowStore<K, ValueAndTimestamp<V>>> timestampedWindowStore() {
        throw new UnsupportedOperationException("QueryableStoreTypes.timestampedWindowStore");
    }

    public static <K, V>
            QueryableStoreType<ReadOnlyWindowStore<K, ValueTimestampHeaders<V>>> timestampedWindowStoreWithHeaders() {
        throw new UnsupportedOperationException("QueryableStoreTypes.timestampedWindowStoreWithHeaders");
    }

    public static <K, V> QueryableStoreType<ReadOnlySessionStore<K, V>> sessionStore() {
        throw new UnsupportedOperationException("QueryableStoreTypes.sessionStore");
    }

    public static <K, V>
            QueryableStoreType<ReadOnlySessionStore<K, AggregationWithHeaders<V>>> sessionStoreWithHeaders() {
        throw new UnsupportedOperationException("QueryableStoreTypes.sessionStoreWithHeaders");
    }

    public static class KeyValueStoreType<K, V> extends QueryableStoreTypeMatcher<ReadOnlyKeyValueStore<K, V>> {

        private KeyValueStoreType() {}

        @Override
        public ReadOnlyKeyValueStore<K, V> create(LocalStores storeProvider, String storeName) {
            throw new UnsupportedOperationException("KeyValueStoreType.create");
        }
    }

    private abstract static class QueryableStoreTypeMatcher<T> implements QueryableStoreType<T> {

        QueryableStoreTypeMatcher() {}

        @Override
        public boolean accepts(StateStore stateStore) {
            throw new UnsupportedOperationException("QueryableStoreTypeMatcher.accepts");
        }
    }

    public static class SessionStoreType<K, V> extends QueryableStoreTypeMatcher<ReadOnlySessionStore<K, V>> {

        private SessionStoreType() {}

        @Override
        public ReadOnlySessionStore<K, V> create(LocalStores storeProvider, String storeName) {
            throw new UnsupportedOperationException("SessionStoreType.create");
        }
    }

    public static class TimestampedKeyValueStoreType<K, V>
            extends QueryableStoreTypeMatcher<ReadOnlyKeyValueStore<K, ValueAndTimestamp<V>>> {

        private TimestampedKeyValueStoreType() {}

        @Override
        public boolean accepts(StateStore stateStore) {
            throw new UnsupportedOperationException("TimestampedKeyValueStoreType.accepts");
        }

        @Override
        public ReadOnlyKeyValueStore<K, ValueAndTimestamp<V>> create(LocalStores storeProvider, String storeName) {
            throw new UnsupportedOperationException("TimestampedKeyValueStoreType.create");
        }
    }

    public static class TimestampedWindowStoreType<K, V>
            extends QueryableStoreTypeMatcher<ReadOnlyWindowStore<K, ValueAndTimestamp<V>>> {

        private TimestampedWindowStoreType() {}

        @Override
        public boolean accepts(StateStore stateStore) {
            throw new UnsupportedOperationException("TimestampedWindowStoreType.accepts");
        }

        @Override
        public ReadOnlyWindowStore<K, ValueAndTimestamp<V>> create(LocalStores storeProvider, String storeName) {
            throw new UnsupportedOperationException("TimestampedWindowStoreType.create");
        }
    }

    public static class WindowStoreType<K, V> extends QueryableStoreTypeMatcher<ReadOnlyWindowStore<K, V>> {

        private WindowStoreType() {}

        @Override
        public ReadOnlyWindowStore<K, V> create(LocalStores storeProvider, String storeName) {
            throw new UnsupportedOperationException("WindowStoreType.create");
        }
    }
}
