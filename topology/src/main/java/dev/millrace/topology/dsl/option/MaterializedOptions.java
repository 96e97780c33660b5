package dev.millrace.topology.dsl.option;

import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.spi.HistoryStoreBuilder;
import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.StoreSupplier;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** What a {@link Materialized} says. */
public final class MaterializedOptions<K, V, S extends StateStore> extends Materialized<K, V, S> {

    private MaterializedOptions(Materialized<K, V, S> materialized) {
        super(materialized);
    }

    /** The options, those of a {@code Materialized} that says nothing if there is none. */
    public static <K, V, S extends StateStore> MaterializedOptions<K, V, S> of(
            @Nullable Materialized<K, V, S> materialized) {
        return new MaterializedOptions<>(materialized == null ? Materialized.with(null, null) : materialized);
    }

    public @Nullable Serde<K> keys() {
        return keySerde;
    }

    public @Nullable Serde<V> values() {
        return valueSerde;
    }

    /** The name that the user gave, which makes the store one that can be queried; else null. */
    public @Nullable String name() {
        return storeSupplier == null ? storeName : storeSupplier.name();
    }

    public @Nullable StoreSupplier<S> supplier() {
        return storeSupplier;
    }

    public @Nullable DslStoreSuppliers suppliers() {
        return dslStoreSuppliers;
    }

    /** How long to keep windows; null for as long as the windows need. */
    public @Nullable Duration keptFor() {
        return retention;
    }

    /** Sets caching and logging as they were asked for. A store of versions has no cache, and nobody asks for none. */
    public StoreBuilder<?> applyTo(StoreBuilder<?> builder) {
        if (cachingEnabled && !(builder instanceof HistoryStoreBuilder)) {
            builder.withCachingEnabled();
        } else {
            builder.withCachingDisabled();
        }
        if (loggingEnabled) {
            builder.withLoggingEnabled(topicConfig);
        } else {
            builder.withLoggingDisabled();
        }
        return builder;
    }
}
