package dev.millrace.state.builder;

import dev.millrace.state.facade.PlainKeyValueStore;
import dev.millrace.state.facade.PlainWindowStore;
import dev.millrace.state.facade.StampedKeyValueStore;
import dev.millrace.state.facade.StampedWindowStore;
import dev.millrace.streams.spi.StoresProvider;
import dev.millrace.streams.spi.SuppressionBuffer;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.TimestampedKeyValueStore;
import dev.millrace.streams.state.TimestampedWindowStore;
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
    private static final String NO_SUPPLIER = "supplier cannot be null";

    @Override
    public KeyValueBytesStoreSupplier persistentKeyValueStore(String name, boolean timestamped) {
        return new KeyValueSupplier(name, true, timestamped);
    }

    /** Keeps timestamps if the builder asks for them. */
    @Override
    public KeyValueBytesStoreSupplier inMemoryKeyValueStore(String name) {
        return new KeyValueSupplier(name, false, true);
    }

    /** Keeps timestamps if the builder asks for them. */
    @Override
    public KeyValueBytesStoreSupplier lruMap(String name, int maxEntries) {
        return new KeyValueSupplier(name, false, true, maxEntries);
    }

    @Override
    public WindowBytesStoreSupplier persistentWindowStore(
            String name, Duration retentionPeriod, Duration windowSize, boolean retainDuplicates, boolean timestamped) {
        return WindowSupplier.of(name, true, timestamped, retentionPeriod, windowSize, retainDuplicates);
    }

    @Override
    public WindowBytesStoreSupplier timeOrderedWindowStore(
            String name, Duration retentionPeriod, Duration windowSize, boolean retainDuplicates) {
        return WindowSupplier.of(name, true, true, retentionPeriod, windowSize, retainDuplicates)
                .inTimeOrder();
    }

    /** Keeps timestamps if the builder asks for them. */
    @Override
    public WindowBytesStoreSupplier inMemoryWindowStore(
            String name, Duration retentionPeriod, Duration windowSize, boolean retainDuplicates) {
        return WindowSupplier.of(name, false, true, retentionPeriod, windowSize, retainDuplicates);
    }

    @Override
    public <K, V> StoreBuilder<KeyValueStore<K, V>> keyValueStoreBuilder(
            KeyValueBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        return new KeyValueBuilder<>(
                Objects.requireNonNull(supplier, NO_SUPPLIER),
                keySerde,
                valueSerde,
                false,
                false,
                PlainKeyValueStore::new);
    }

    @Override
    public <K, V> StoreBuilder<TimestampedKeyValueStore<K, V>> timestampedKeyValueStoreBuilder(
            KeyValueBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        return new KeyValueBuilder<>(
                Objects.requireNonNull(supplier, NO_SUPPLIER),
                keySerde,
                valueSerde,
                true,
                false,
                StampedKeyValueStore::new);
    }

    @Override
    public StoreBuilder<TimestampedKeyValueStore<Bytes, byte[]>> subscriptionStoreBuilder(
            KeyValueBytesStoreSupplier supplier) {
        return new KeyValueBuilder<>(
                supplier, Serdes.Bytes(), Serdes.ByteArray(), true, true, StampedKeyValueStore::new);
    }

    @Override
    public <K, V> StoreBuilder<WindowStore<K, V>> windowStoreBuilder(
            WindowBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        return new WindowBuilder<>(ours(supplier), keySerde, valueSerde, false, PlainWindowStore::new);
    }

    @Override
    public <K, V> StoreBuilder<TimestampedWindowStore<K, V>> timestampedWindowStoreBuilder(
            WindowBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        return new WindowBuilder<>(ours(supplier), keySerde, valueSerde, true, StampedWindowStore::new);
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
        return new VersionedBuilder<>(Objects.requireNonNull(supplier, NO_SUPPLIER), keySerde, valueSerde);
    }

    @Override
    public SessionBytesStoreSupplier sessionStore(String name, Duration retentionPeriod, boolean persistent) {
        return SessionSupplier.of(name, persistent, retentionPeriod);
    }

    @Override
    public <K, V> StoreBuilder<SessionStore<K, V>> sessionStoreBuilder(
            SessionBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        return new SessionBuilder<>(Objects.requireNonNull(supplier, NO_SUPPLIER), keySerde, valueSerde);
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

    private static WindowSupplier ours(WindowBytesStoreSupplier supplier) {
        if (Objects.requireNonNull(supplier, NO_SUPPLIER) instanceof WindowSupplier known) {
            return known;
        }
        throw new UnsupportedOperationException("Window store " + supplier.name()
                + ": Stores.windowStoreBuilder and Stores.timestampedWindowStoreBuilder with a WindowBytesStoreSupplier"
                + " of your own are not implemented yet; write a StoreBuilder of your own for it");
    }
}
