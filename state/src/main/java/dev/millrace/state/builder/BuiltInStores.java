package dev.millrace.state.builder;

import dev.millrace.state.facade.keyvalue.HeadedKeyValueStore;
import dev.millrace.state.facade.keyvalue.PlainKeyValueStore;
import dev.millrace.state.facade.keyvalue.StampedKeyValueStore;
import dev.millrace.state.facade.session.HeadedSessionStore;
import dev.millrace.state.facade.session.PlainSessionStore;
import dev.millrace.state.facade.window.HeadedWindowStore;
import dev.millrace.state.facade.window.PlainWindowStore;
import dev.millrace.state.facade.window.StampedWindowStore;
import dev.millrace.state.kind.HeaderUse;
import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.spi.StoresProvider;
import dev.millrace.streams.spi.SuppressionBuffer;
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
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** What stands behind {@code Stores}. */
public final class BuiltInStores implements StoresProvider {

    @Override
    public KeyValueBytesStoreSupplier persistentKeyValueStore(String name, DslStoreFormat keeps) {
        KeyValueSupplier asked = new KeyValueSupplier(name, true, keeps);
        return keeps == DslStoreFormat.HEADERS ? new HeadedKeyValueSupplier(asked) : asked;
    }

    /** Keeps whatever the builder asks for. */
    @Override
    public KeyValueBytesStoreSupplier inMemoryKeyValueStore(String name) {
        return new KeyValueSupplier(name, false, DslStoreFormat.HEADERS);
    }

    /** Keeps whatever the builder asks for. */
    @Override
    public KeyValueBytesStoreSupplier lruMap(String name, int maxEntries) {
        return new KeyValueSupplier(name, false, DslStoreFormat.HEADERS, maxEntries);
    }

    @Override
    public WindowBytesStoreSupplier persistentWindowStore(
            String name,
            Duration retentionPeriod,
            Duration windowSize,
            boolean retainDuplicates,
            DslStoreFormat keeps) {
        return marked(WindowSupplier.of(name, true, keeps, retentionPeriod, windowSize, retainDuplicates));
    }

    private static WindowBytesStoreSupplier marked(WindowSupplier asked) {
        return asked.keeps() == DslStoreFormat.HEADERS ? new HeadedWindowSupplier(asked) : asked;
    }

    @Override
    public WindowBytesStoreSupplier timeOrderedWindowStore(
            String name,
            Duration retentionPeriod,
            Duration windowSize,
            boolean retainDuplicates,
            DslStoreFormat keeps) {
        return marked(WindowSupplier.of(name, true, keeps, retentionPeriod, windowSize, retainDuplicates)
                .inTimeOrder());
    }

    /** Keeps whatever the builder asks for. */
    @Override
    public WindowBytesStoreSupplier inMemoryWindowStore(
            String name, Duration retentionPeriod, Duration windowSize, boolean retainDuplicates) {
        return WindowSupplier.of(name, false, DslStoreFormat.HEADERS, retentionPeriod, windowSize, retainDuplicates);
    }

    @Override
    public <K, V> StoreBuilder<KeyValueStore<K, V>> keyValueStoreBuilder(
            KeyValueBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        return new KeyValueBuilder<>(
                some(supplier), keySerde, valueSerde, Look.plain(HeaderUse.NONE, PlainKeyValueStore::new));
    }

    @Override
    public <K, V> StoreBuilder<TimestampedKeyValueStore<K, V>> timestampedKeyValueStoreBuilder(
            KeyValueBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        return new KeyValueBuilder<>(
                some(supplier), keySerde, valueSerde, Look.stamped(HeaderUse.NONE, StampedKeyValueStore::new));
    }

    @Override
    public <K, V> StoreBuilder<TimestampedKeyValueStoreWithHeaders<K, V>> timestampedKeyValueStoreWithHeadersBuilder(
            KeyValueBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        return new KeyValueBuilder<>(
                some(supplier), keySerde, valueSerde, Look.stamped(HeaderUse.KEPT, HeadedKeyValueStore::new));
    }

    @Override
    public StoreBuilder<TimestampedKeyValueStore<Bytes, byte[]>> subscriptionStoreBuilder(
            KeyValueBytesStoreSupplier supplier) {
        return new KeyValueBuilder<>(
                supplier,
                Serdes.Bytes(),
                Serdes.ByteArray(),
                Look.stamped(HeaderUse.OF_RECORDS, StampedKeyValueStore::new));
    }

    @Override
    public <K, V> StoreBuilder<WindowStore<K, V>> windowStoreBuilder(
            WindowBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        return new WindowBuilder<>(
                some(supplier), keySerde, valueSerde, Look.plain(HeaderUse.NONE, PlainWindowStore::new));
    }

    @Override
    public <K, V> StoreBuilder<TimestampedWindowStore<K, V>> timestampedWindowStoreBuilder(
            WindowBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        return new WindowBuilder<>(
                some(supplier), keySerde, valueSerde, Look.stamped(HeaderUse.NONE, StampedWindowStore::new));
    }

    @Override
    public <K, V> StoreBuilder<TimestampedWindowStoreWithHeaders<K, V>> timestampedWindowStoreWithHeadersBuilder(
            WindowBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        return new WindowBuilder<>(
                some(supplier), keySerde, valueSerde, Look.stamped(HeaderUse.KEPT, HeadedWindowStore::new));
    }

    @Override
    public VersionedBytesStoreSupplier persistentVersionedKeyValueStore(String name, Duration historyRetention) {
        return VersionedSupplier.of(name, historyRetention);
    }

    @Override
    public VersionedBytesStoreSupplier persistentVersionedKeyValueStore(
            String name, Duration historyRetention, Duration segmentInterval) {
        return VersionedSupplier.of(name, historyRetention, segmentInterval);
    }

    @Override
    public <K, V> StoreBuilder<VersionedKeyValueStore<K, V>> versionedKeyValueStoreBuilder(
            VersionedBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        return new VersionedBuilder<>(some(supplier), keySerde, valueSerde);
    }

    @Override
    public SessionBytesStoreSupplier persistentSessionStore(
            String name, Duration retentionPeriod, DslStoreFormat keeps) {
        return marked(SessionSupplier.of(name, true, keeps, retentionPeriod));
    }

    @Override
    public SessionBytesStoreSupplier closingSessionStore(String name, Duration retentionPeriod, DslStoreFormat keeps) {
        return marked(SessionSupplier.of(name, true, keeps, retentionPeriod).forClosing());
    }

    private static SessionBytesStoreSupplier marked(SessionSupplier asked) {
        return asked.keeps() == DslStoreFormat.HEADERS ? new HeadedSessionSupplier(asked) : asked;
    }

    /** Keeps whatever the builder asks for. */
    @Override
    public SessionBytesStoreSupplier inMemorySessionStore(String name, Duration retentionPeriod) {
        return SessionSupplier.of(name, false, DslStoreFormat.HEADERS, retentionPeriod);
    }

    @Override
    public <K, V> StoreBuilder<SessionStore<K, V>> sessionStoreBuilder(
            SessionBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        return new SessionBuilder<>(
                some(supplier), keySerde, valueSerde, Look.plain(HeaderUse.NONE, PlainSessionStore::new));
    }

    @Override
    public <K, V> StoreBuilder<SessionStoreWithHeaders<K, V>> sessionStoreWithHeadersBuilder(
            SessionBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        return new SessionBuilder<>(
                some(supplier), keySerde, valueSerde, Look.plain(HeaderUse.KEPT, HeadedSessionStore::new));
    }

    @Override
    public StoreBuilder<?> suppressionBufferBuilder(
            String name, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde, SuppressionBuffer limits) {
        return new SuppressBuilder(name, keySerde, valueSerde, limits);
    }

    @Override
    public StoreBuilder<?> recordBufferBuilder(
            String name, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde) {
        return new RecordBufferBuilder(name, keySerde, valueSerde);
    }

    @Override
    public StoreBuilder<?> joinSideBuilder(
            WindowBytesStoreSupplier supplier, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde) {
        return new WindowBuilder<>(
                supplier, keySerde, valueSerde, Look.stamped(HeaderUse.KEPT, HeadedWindowStore<Object, Object>::new));
    }

    @Override
    public StoreBuilder<?> unmatchedBuilder(
            KeyValueBytesStoreSupplier supplier,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> leftSerde,
            @Nullable Serde<?> rightSerde) {
        return new UnmatchedBuilder(supplier, keySerde, leftSerde, rightSerde);
    }

    private static <S> S some(@Nullable S supplier) {
        return Objects.requireNonNull(supplier, "supplier cannot be null");
    }
}
