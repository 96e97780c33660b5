package dev.millrace.state.builder;

import dev.millrace.state.facade.keyvalue.VersionedStore;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.spi.HistoryStoreBuilder;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.VersionedBytesStore;
import dev.millrace.streams.state.VersionedBytesStoreSupplier;
import dev.millrace.streams.state.VersionedKeyValueStore;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Builds versioned stores. Updates of versions are never held back, so caching is refused. */
final class VersionedBuilder<K, V> extends SpecBuilder<VersionedKeyValueStore<K, V>>
        implements HistoryStoreBuilder<VersionedKeyValueStore<K, V>> {
    private final VersionedBytesStoreSupplier supplier;
    private final @Nullable Serde<K> keySerde;
    private final @Nullable Serde<V> valueSerde;

    VersionedBuilder(VersionedBytesStoreSupplier supplier, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        super(supplier.name());
        this.supplier = supplier;
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
    }

    @Override
    public StoreBuilder<VersionedKeyValueStore<K, V>> withCachingEnabled() {
        throw new IllegalStateException(
                "Store " + name() + " is versioned, and versioned stores do not support caching");
    }

    @Override
    public long historyRetentionMs() {
        return supplier.historyRetentionMs();
    }

    @Override
    public VersionedKeyValueStore<K, V> build() {
        VersionedBytesStore supplied = supplier instanceof VersionedSupplier ? null : supplied();
        boolean persistent = supplied == null || supplied.persistent();
        return new VersionedStore<>(
                new StoreSpec(name(), persistent, true, true, false, keySerde, valueSerde, null),
                historyRetentionMs(),
                supplied);
    }

    private VersionedBytesStore supplied() {
        if (supplier.get() instanceof VersionedBytesStore versions) {
            return versions;
        }
        throw new IllegalStateException("The supplier of store " + name()
                + " must give a VersionedBytesStore: let the store that it gives implement that");
    }
}
