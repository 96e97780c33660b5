package dev.millrace.state.builder;

import dev.millrace.state.kind.HeaderUse;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.StoreSpec.WindowSpec;
import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.spi.ExpiringStoreBuilder;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import dev.millrace.streams.state.WindowStore;
import java.util.function.BiFunction;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Builds window stores. */
final class WindowBuilder<T extends StateStore> extends SpecBuilder<T> implements ExpiringStoreBuilder<T> {
    private final WindowBytesStoreSupplier supplier;
    private final @Nullable Serde<?> keySerde;
    private final @Nullable Serde<?> valueSerde;
    private final boolean timestamped;
    private final HeaderUse headers;
    private final BiFunction<StoreSpec, @Nullable WindowStore<Bytes, byte[]>, T> facade;

    /**
     * A builder.
     *
     * @param headers what the store is to do with headers; to keep them it takes a supplier that can
     * @param facade makes the store that user code sees
     */
    WindowBuilder(
            WindowBytesStoreSupplier supplier,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> valueSerde,
            boolean timestamped,
            HeaderUse headers,
            BiFunction<StoreSpec, @Nullable WindowStore<Bytes, byte[]>, T> facade) {
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
        WindowBytesStoreSupplier asked = supplier instanceof HeadedWindowSupplier headed ? headed.asked() : supplier;
        if (asked instanceof WindowSupplier ours) {
            return facade.apply(spec(ours.persistent(), ours.keeps(), ours.windows()), null);
        }
        WindowStore<Bytes, byte[]> supplied = asked.get();
        WindowSpec windows =
                new WindowSpec(asked.retentionPeriod(), asked.windowSize(), asked.retainDuplicates(), false);
        return facade.apply(spec(supplied.persistent(), kept(supplied), windows), supplied);
    }

    private StoreSpec spec(boolean persistent, DslStoreFormat keeps, WindowSpec windows) {
        return new StoreSpec(
                name(),
                persistent,
                timestamped,
                timestamped && keeps != DslStoreFormat.PLAIN,
                caching() && !windows.retainDuplicates(),
                keySerde,
                valueSerde,
                windows,
                StoreSpec.NO_LIMIT,
                headers.with(keeps));
    }
}
