package dev.millrace.state.builder;

import dev.millrace.state.kind.HeaderUse;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.spi.ExpiringStoreBuilder;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Builds window stores. */
final class WindowBuilder<T extends StateStore> extends SpecBuilder<T> implements ExpiringStoreBuilder<T> {
    private final WindowSupplier supplier;
    private final @Nullable Serde<?> keySerde;
    private final @Nullable Serde<?> valueSerde;
    private final boolean timestamped;
    private final HeaderUse headers;
    private final Function<StoreSpec, T> facade;

    /**
     * A builder.
     *
     * @param headers what the store is to do with headers; to keep them it takes a supplier that can
     * @param facade makes the store that user code sees
     */
    WindowBuilder(
            WindowSupplier supplier,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> valueSerde,
            boolean timestamped,
            HeaderUse headers,
            Function<StoreSpec, T> facade) {
        super(supplier.name());
        this.supplier = supplier;
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
        this.timestamped = timestamped;
        this.headers = headers;
        this.facade = facade;
    }

    @Override
    public long retentionMs() {
        return supplier.retentionPeriod();
    }

    @Override
    public T build() {
        return facade.apply(new StoreSpec(
                name(),
                supplier.persistent(),
                timestamped,
                timestamped && supplier.keeps() != DslStoreFormat.PLAIN,
                caching(),
                keySerde,
                valueSerde,
                supplier.windows(),
                StoreSpec.NO_LIMIT,
                headers.with(supplier.keeps())));
    }
}
