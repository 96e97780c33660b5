package dev.millrace.streams.state;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;

public final class Stores {

    public Stores() {}

    public static KeyValueBytesStoreSupplier persistentKeyValueStore(String name) {
        throw new UnsupportedOperationException("Stores.persistentKeyValueStore");
    }

    public static KeyValueBytesStoreSupplier persistentTimestampedKeyValueStore(String name) {
        throw new UnsupportedOperationException("Stores.persistentTimestampedKeyValueStore");
    }

    public static KeyValueBytesStoreSupplier persistentTimestampedKeyValueStoreWithHeaders(String name) {
        throw new UnsupportedOperationException("Stores.persistentTimestampedKeyValueStoreWithHeaders");
    }

    public static VersionedBytesStoreSupplier persistentVersionedKeyValueStore(String name, Duration historyRetention) {
        throw new UnsupportedOperationException("Stores.persistentVersionedKeyValueStore");
    }

    public static VersionedBytesStoreSupplier persistentVersionedKeyValueStore(
            String name, Duration historyRetention, Duration segmentInterval) {
        throw new UnsupportedOperationException("Stores.persistentVersionedKeyValueStore");
    }

    public static KeyValueBytesStoreSupplier inMemoryKeyValueStore(String name) {
        throw new UnsupportedOperationException("Stores.inMemoryKeyValueStore");
    }

    public static KeyValueBytesStoreSupplier lruMap(String name, int maxCacheSize) {
        throw new UnsupportedOperationException("Stores.lruMap");
    }

    public static WindowBytesStoreSupplier persistentWindowStore(
            String name, Duration retentionPeriod, Duration windowSize, boolean retainDuplicates)
            throws IllegalArgumentException {
        throw new UnsupportedOperationException("Stores.persistentWindowStore");
    }

    public static WindowBytesStoreSupplier persistentTimestampedWindowStore(
            String name, Duration retentionPeriod, Duration windowSize, boolean retainDuplicates)
            throws IllegalArgumentException {
        throw new UnsupportedOperationException("Stores.persistentTimestampedWindowStore");
    }

    public static WindowBytesStoreSupplier persistentTimestampedWindowStoreWithHeaders(
            String name, Duration retentionPeriod, Duration windowSize, boolean retainDuplicates)
            throws IllegalArgumentException {
        throw new UnsupportedOperationException("Stores.persistentTimestampedWindowStoreWithHeaders");
    }

    public static WindowBytesStoreSupplier inMemoryWindowStore(
            String name, Duration retentionPeriod, Duration windowSize, boolean retainDuplicates)
            throws IllegalArgumentException {
        throw new UnsupportedOperationException("Stores.inMemoryWindowStore");
    }

    public static SessionBytesStoreSupplier persistentSessionStore(String name, Duration retentionPeriod) {
        throw new UnsupportedOperationException("Stores.persistentSessionStore");
    }

    public static SessionBytesStoreSupplier persistentSessionStoreWithHeaders(String name, Duration retentionPeriod) {
        throw new UnsupportedOperationException("Stores.persistentSessionStoreWithHeaders");
    }

    public static SessionBytesStoreSupplier inMemorySessionStore(String name, Duration retentionPeriod) {
        throw new UnsupportedOperationException("Stores.inMemorySessionStore");
    }

    public static <K, V> StoreBuilder<KeyValueStore<K, V>> keyValueStoreBuilder(
            KeyValueBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Stores.keyValueStoreBuilder");
    }

    public static <K, V> StoreBuilder<TimestampedKeyValueStore<K, V>> timestampedKeyValueStoreBuilder(
            KeyValueBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Stores.timestampedKeyValueStoreBuilder");
    }

    public static <K, V>
            StoreBuilder<TimestampedKeyValueStoreWithHeaders<K, V>> timestampedKeyValueStoreWithHeadersBuilder(
                    KeyValueBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Stores.timestampedKeyValueStoreWithHeadersBuilder");
    }

    public static <K, V> StoreBuilder<VersionedKeyValueStore<K, V>> versionedKeyValueStoreBuilder(
            VersionedBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Stores.versionedKeyValueStoreBuilder");
    }

    public static <K, V> StoreBuilder<WindowStore<K, V>> windowStoreBuilder(
            WindowBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Stores.windowStoreBuilder");
    }

    public static <K, V> StoreBuilder<TimestampedWindowStore<K, V>> timestampedWindowStoreBuilder(
            WindowBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Stores.timestampedWindowStoreBuilder");
    }

    public static <K, V> StoreBuilder<TimestampedWindowStoreWithHeaders<K, V>> timestampedWindowStoreWithHeadersBuilder(
            WindowBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Stores.timestampedWindowStoreWithHeadersBuilder");
    }

    public static <K, V> StoreBuilder<SessionStore<K, V>> sessionStoreBuilder(
            SessionBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Stores.sessionStoreBuilder");
    }

    public static <K, V> StoreBuilder<SessionStoreWithHeaders<K, V>> sessionStoreWithHeadersBuilder(
            SessionBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Stores.sessionStoreWithHeadersBuilder");
    }
}
