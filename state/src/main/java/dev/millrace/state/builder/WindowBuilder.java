package dev.millrace.state.builder;

import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.StoreSpec.WindowSpec;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.spi.ExpiringStoreBuilder;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import dev.millrace.streams.state.WindowStore;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Builds window stores. */
final class WindowBuilder<T extends StateStore> extends FacadeBuilder<WindowStore<Bytes, byte[]>, T>
        implements ExpiringStoreBuilder<T> {
    private final WindowBytesStoreSupplier supplier;

    WindowBuilder(
            WindowBytesStoreSupplier supplier,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> valueSerde,
            Look<WindowStore<Bytes, byte[]>, T> look) {
        super(supplier.name(), keySerde, valueSerde, look);
        this.supplier = supplier;
    }

    @Override
    public long retentionMs() {
        return supplier.retentionPeriod();
    }

    @Override
    public T build() {
        WindowBytesStoreSupplier asked = supplier instanceof HeadedWindowSupplier headed ? headed.asked() : supplier;
        if (asked instanceof WindowSupplier ours) {
            return ours(ours.persistent(), ours.keeps(), ours.windows(), StoreSpec.NO_LIMIT);
        }
        WindowSpec windows =
                new WindowSpec(asked.retentionPeriod(), asked.windowSize(), asked.retainDuplicates(), false);
        return over(asked.get(), windows);
    }
}
