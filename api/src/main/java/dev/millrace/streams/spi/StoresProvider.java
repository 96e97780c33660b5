package dev.millrace.streams.spi;

import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.SessionStoreWithHeaders;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.TimestampedKeyValueStore;
import dev.millrace.streams.state.TimestampedKeyValueStoreWithHeaders;
import dev.millrace.streams.state.TimestampedWindowStore;
import dev.millrace.streams.state.TimestampedWindowStoreWithHeaders;
import dev.millrace.streams.state.VersionedBytesStoreSupplier;
import dev.millrace.streams.state.VersionedKeyValueStore;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Makes the suppliers and builders behind {@code Stores}. Arguments were not checked; methods throw as {@code Stores} says. */
public interface StoresProvider {

    /** With a mark, if headers are kept. */
    KeyValueBytesStoreSupplier persistentKeyValueStore(String name, DslStoreFormat keeps);

    KeyValueBytesStoreSupplier inMemoryKeyValueStore(String name);

    KeyValueBytesStoreSupplier lruMap(String name, int maxEntries);

    WindowBytesStoreSupplier persistentWindowStore(
            String name, Duration retentionPeriod, Duration windowSize, boolean retainDuplicates, DslStoreFormat keeps);

    /** A persistent store that shows windows by their start, for results that are sent on when windows close. */
    WindowBytesStoreSupplier timeOrderedWindowStore(
            String name, Duration retentionPeriod, Duration windowSize, boolean retainDuplicates, DslStoreFormat keeps);

    WindowBytesStoreSupplier inMemoryWindowStore(
            String name, Duration retentionPeriod, Duration windowSize, boolean retainDuplicates);

    <K, V> StoreBuilder<KeyValueStore<K, V>> keyValueStoreBuilder(
            KeyValueBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde);

    <K, V> StoreBuilder<TimestampedKeyValueStore<K, V>> timestampedKeyValueStoreBuilder(
            KeyValueBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde);

    VersionedBytesStoreSupplier persistentVersionedKeyValueStore(String name, Duration historyRetention);

    VersionedBytesStoreSupplier persistentVersionedKeyValueStore(
            String name, Duration historyRetention, Duration segmentInterval);

    /** A {@link HistoryStoreBuilder}. */
    <K, V> StoreBuilder<VersionedKeyValueStore<K, V>> versionedKeyValueStoreBuilder(
            VersionedBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde);

    /** The builder of the buffer of a suppression. */
    StoreBuilder<?> suppressionBufferBuilder(
            String name, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde, SuppressionBuffer limits);

    /** The subscriptions of a join by foreign key: rows of bytes, whose changelog has the headers of the records that wrote. */
    StoreBuilder<TimestampedKeyValueStore<Bytes, byte[]>> subscriptionStoreBuilder(KeyValueBytesStoreSupplier supplier);

    /** The builder of the buffer of records that wait for a table's past to be complete. */
    StoreBuilder<?> recordBufferBuilder(String name, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde);

    <K, V> StoreBuilder<WindowStore<K, V>> windowStoreBuilder(
            WindowBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde);

    <K, V> StoreBuilder<TimestampedWindowStore<K, V>> timestampedWindowStoreBuilder(
            WindowBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde);

    SessionBytesStoreSupplier persistentSessionStore(String name, Duration retentionPeriod, DslStoreFormat keeps);

    /** A persistent one for sessions whose results are sent on when they close. */
    SessionBytesStoreSupplier closingSessionStore(String name, Duration retentionPeriod, DslStoreFormat keeps);

    SessionBytesStoreSupplier inMemorySessionStore(String name, Duration retentionPeriod);

    <K, V> StoreBuilder<SessionStore<K, V>> sessionStoreBuilder(
            SessionBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde);

    <K, V> StoreBuilder<SessionStoreWithHeaders<K, V>> sessionStoreWithHeadersBuilder(
            SessionBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde);

    <K, V> StoreBuilder<TimestampedKeyValueStoreWithHeaders<K, V>> timestampedKeyValueStoreWithHeadersBuilder(
            KeyValueBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde);

    <K, V> StoreBuilder<TimestampedWindowStoreWithHeaders<K, V>> timestampedWindowStoreWithHeadersBuilder(
            WindowBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde);

    /** The builder of the store that keeps one side of a join of two streams. */
    StoreBuilder<?> joinSideBuilder(
            WindowBytesStoreSupplier supplier, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde);

    /** The builder of the store of what waits for a match in a join of two streams. */
    StoreBuilder<?> unmatchedBuilder(
            KeyValueBytesStoreSupplier supplier,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> leftSerde,
            @Nullable Serde<?> rightSerde);
}
