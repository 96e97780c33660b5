package dev.millrace.streams.state;

import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.spi.Providers;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;

/**
 * Makes suppliers of stores, which say where and how a store keeps its content, and builders, which add serdes, caching and
 * logging.
 *
 * <p>Persistent stores survive the process on local disk; in-memory stores live on the heap and are restored from their
 * changelog whenever a task starts. Timestamped stores keep with each value its event time; the DSL needs those.
 *
 * <p>Holds nothing; safe for any thread. Source: the section "Processor API" of the Kafka documentation.
 */
public final class Stores {

    /** Nobody needs one: all methods are static. The constructor is there for compatibility. */
    public Stores() {}

    /** A key-value store on local disk that keeps values alone. */
    public static KeyValueBytesStoreSupplier persistentKeyValueStore(String name) {
        return Providers.stores().persistentKeyValueStore(name, DslStoreFormat.PLAIN);
    }

    /** A key-value store on local disk that keeps values with their event time. */
    public static KeyValueBytesStoreSupplier persistentTimestampedKeyValueStore(String name) {
        return Providers.stores().persistentKeyValueStore(name, DslStoreFormat.TIMESTAMPED);
    }

    /** A key-value store on local disk that keeps values with their event time and headers. */
    public static KeyValueBytesStoreSupplier persistentTimestampedKeyValueStoreWithHeaders(String name) {
        return Providers.stores().persistentKeyValueStore(name, DslStoreFormat.HEADERS);
    }

    /** A store on local disk that keeps the versions of each value for a while. */
    public static VersionedBytesStoreSupplier persistentVersionedKeyValueStore(String name, Duration historyRetention) {
        return Providers.stores().persistentVersionedKeyValueStore(name, historyRetention);
    }

    /** As {@link #persistentVersionedKeyValueStore(String, Duration)}, with the time span that is dropped as a whole. */
    public static VersionedBytesStoreSupplier persistentVersionedKeyValueStore(
            String name, Duration historyRetention, Duration segmentInterval) {
        return Providers.stores().persistentVersionedKeyValueStore(name, historyRetention, segmentInterval);
    }

    /** A key-value store on the heap. */
    public static KeyValueBytesStoreSupplier inMemoryKeyValueStore(String name) {
        return Providers.stores().inMemoryKeyValueStore(name);
    }

    /** A key-value store on the heap that forgets the entries used least recently. */
    public static KeyValueBytesStoreSupplier lruMap(String name, int maxCacheSize) {
        return Providers.stores().lruMap(name, maxCacheSize);
    }

    /**
     * A window store on local disk that keeps values alone.
     *
     * @param retentionPeriod how far a window's start may lie behind the latest one before the window is dropped
     * @param windowSize how long a window lasts
     * @param retainDuplicates whether values of the same key and window are kept side by side
     * @throws IllegalArgumentException if a time is null or negative, or the retention is shorter than a window
     */
    public static WindowBytesStoreSupplier persistentWindowStore(
            String name, Duration retentionPeriod, Duration windowSize, boolean retainDuplicates)
            throws IllegalArgumentException {
        return Providers.stores()
                .persistentWindowStore(name, retentionPeriod, windowSize, retainDuplicates, DslStoreFormat.PLAIN);
    }

    /**
     * A window store on local disk that keeps values with their event time.
     *
     * @param retentionPeriod how far a window's start may lie behind the latest one before the window is dropped
     * @param windowSize how long a window lasts
     * @param retainDuplicates whether values of the same key and window are kept side by side
     * @throws IllegalArgumentException if a time is null or negative, or the retention is shorter than a window
     */
    public static WindowBytesStoreSupplier persistentTimestampedWindowStore(
            String name, Duration retentionPeriod, Duration windowSize, boolean retainDuplicates)
            throws IllegalArgumentException {
        return Providers.stores()
                .persistentWindowStore(name, retentionPeriod, windowSize, retainDuplicates, DslStoreFormat.TIMESTAMPED);
    }

    /**
     * A window store on local disk that keeps values with their event time and headers.
     *
     * @param retentionPeriod how far a window's start may lie behind the latest one before the window is dropped
     * @param windowSize how long a window lasts
     * @param retainDuplicates whether values of the same key and window are kept side by side
     * @throws IllegalArgumentException if a time is null or negative, or the retention is shorter than a window
     */
    public static WindowBytesStoreSupplier persistentTimestampedWindowStoreWithHeaders(
            String name, Duration retentionPeriod, Duration windowSize, boolean retainDuplicates)
            throws IllegalArgumentException {
        return Providers.stores()
                .persistentWindowStore(name, retentionPeriod, windowSize, retainDuplicates, DslStoreFormat.HEADERS);
    }

    /**
     * A window store on the heap.
     *
     * @param retentionPeriod how far a window's start may lie behind the latest one before the window is dropped
     * @param windowSize how long a window lasts
     * @param retainDuplicates whether values of the same key and window are kept side by side
     * @throws IllegalArgumentException if a time is null or negative, or the retention is shorter than a window
     */
    public static WindowBytesStoreSupplier inMemoryWindowStore(
            String name, Duration retentionPeriod, Duration windowSize, boolean retainDuplicates)
            throws IllegalArgumentException {
        return Providers.stores().inMemoryWindowStore(name, retentionPeriod, windowSize, retainDuplicates);
    }

    /**
     * A session store on local disk.
     *
     * @param retentionPeriod how far a session's end may lie behind the latest one before the session is dropped
     * @throws IllegalArgumentException if the retention is null or negative
     */
    public static SessionBytesStoreSupplier persistentSessionStore(String name, Duration retentionPeriod) {
        return Providers.stores().persistentSessionStore(name, retentionPeriod, DslStoreFormat.PLAIN);
    }

    /** A session store on local disk that keeps headers; otherwise as {@link #persistentSessionStore}. */
    public static SessionBytesStoreSupplier persistentSessionStoreWithHeaders(String name, Duration retentionPeriod) {
        return Providers.stores().persistentSessionStore(name, retentionPeriod, DslStoreFormat.HEADERS);
    }

    /**
     * A session store on the heap.
     *
     * @param retentionPeriod how far a session's end may lie behind the latest one before the session is dropped
     * @throws IllegalArgumentException if the retention is null or negative
     */
    public static SessionBytesStoreSupplier inMemorySessionStore(String name, Duration retentionPeriod) {
        return Providers.stores().inMemorySessionStore(name, retentionPeriod);
    }

    /** Builds a key-value store; a null serde is the configured default. */
    public static <K, V> StoreBuilder<KeyValueStore<K, V>> keyValueStoreBuilder(
            KeyValueBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        return Providers.stores().keyValueStoreBuilder(supplier, keySerde, valueSerde);
    }

    /** Builds a key-value store whose values have event times; a null serde is the configured default. */
    public static <K, V> StoreBuilder<TimestampedKeyValueStore<K, V>> timestampedKeyValueStoreBuilder(
            KeyValueBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        return Providers.stores().timestampedKeyValueStoreBuilder(supplier, keySerde, valueSerde);
    }

    /** Builds a key-value store whose values have event times and headers; a null serde is the configured default. */
    public static <K, V>
            StoreBuilder<TimestampedKeyValueStoreWithHeaders<K, V>> timestampedKeyValueStoreWithHeadersBuilder(
                    KeyValueBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        return Providers.stores().timestampedKeyValueStoreWithHeadersBuilder(supplier, keySerde, valueSerde);
    }

    /** Builds a store of versions; a null serde is the configured default. */
    public static <K, V> StoreBuilder<VersionedKeyValueStore<K, V>> versionedKeyValueStoreBuilder(
            VersionedBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        return Providers.stores().versionedKeyValueStoreBuilder(supplier, keySerde, valueSerde);
    }

    /** Builds a window store; a null serde is the configured default. */
    public static <K, V> StoreBuilder<WindowStore<K, V>> windowStoreBuilder(
            WindowBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        return Providers.stores().windowStoreBuilder(supplier, keySerde, valueSerde);
    }

    /** Builds a window store whose values have event times; a null serde is the configured default. */
    public static <K, V> StoreBuilder<TimestampedWindowStore<K, V>> timestampedWindowStoreBuilder(
            WindowBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        return Providers.stores().timestampedWindowStoreBuilder(supplier, keySerde, valueSerde);
    }

    /** Builds a window store whose values have event times and headers; a null serde is the configured default. */
    public static <K, V> StoreBuilder<TimestampedWindowStoreWithHeaders<K, V>> timestampedWindowStoreWithHeadersBuilder(
            WindowBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        return Providers.stores().timestampedWindowStoreWithHeadersBuilder(supplier, keySerde, valueSerde);
    }

    /** Builds a session store; a null serde is the configured default. */
    public static <K, V> StoreBuilder<SessionStore<K, V>> sessionStoreBuilder(
            SessionBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        return Providers.stores().sessionStoreBuilder(supplier, keySerde, valueSerde);
    }

    /** Builds a session store that keeps headers; a null serde is the configured default. */
    public static <K, V> StoreBuilder<SessionStoreWithHeaders<K, V>> sessionStoreWithHeadersBuilder(
            SessionBytesStoreSupplier supplier, Serde<K> keySerde, Serde<V> valueSerde) {
        return Providers.stores().sessionStoreWithHeadersBuilder(supplier, keySerde, valueSerde);
    }
}
