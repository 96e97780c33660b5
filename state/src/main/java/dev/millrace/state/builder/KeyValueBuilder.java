package dev.millrace.state.builder;

import dev.millrace.state.kind.HeaderUse;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueStore;
import java.util.function.BiFunction;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Builds key-value stores: in the task's database, or over a store of bytes that the user supplies. */
final class KeyValueBuilder<T extends StateStore> extends SpecBuilder<T> {
    private final KeyValueBytesStoreSupplier supplier;
    private final @Nullable Serde<?> keySerde;
    private final @Nullable Serde<?> valueSerde;
    private final boolean timestamped;
    private final HeaderUse headers;
    private final BiFunction<StoreSpec, @Nullable KeyValueStore<Bytes, byte[]>, T> facade;

    /**
     * A builder.
     *
     * @param headers what the store is to do with headers; to keep them it takes a supplier that can
     * @param facade makes the store that user code sees
     */
    KeyValueBuilder(
            KeyValueBytesStoreSupplier supplier,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> valueSerde,
            boolean timestamped,
            HeaderUse headers,
            BiFunction<StoreSpec, @Nullable KeyValueStore<Bytes, byte[]>, T> facade) {
        super(supplier.name());
        this.supplier = supplier;
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
        this.timestamped = timestamped;
        this.headers = headers;
        this.facade = facade;
    }

    @Override
    public T build() {
        KeyValueBytesStoreSupplier asked =
                supplier instanceof HeadedKeyValueSupplier headed ? headed.asked() : supplier;
        if (asked instanceof KeyValueSupplier ours) {
            return facade.apply(spec(ours.persistent(), ours.keeps(), ours.maxEntries()), null);
        }
        KeyValueStore<Bytes, byte[]> supplied = asked.get();
        return facade.apply(spec(supplied.persistent(), kept(supplied), StoreSpec.NO_LIMIT), supplied);
    }

    private StoreSpec spec(boolean persistent, DslStoreFormat keeps, int maxEntries) {
        return new StoreSpec(
                name(),
                persistent,
                timestamped,
                timestamped && keeps != DslStoreFormat.PLAIN,
                caching(),
                keySerde,
                valueSerde,
                null,
                maxEntries,
                headers.with(keeps));
    }
}
