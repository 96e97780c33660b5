package dev.millrace.state.builder;

import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.TimestampedBytesStore;
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
    private final boolean logsHeaders;
    private final BiFunction<StoreSpec, @Nullable KeyValueStore<Bytes, byte[]>, T> facade;

    /**
     * A builder.
     *
     * @param logsHeaders whether the changelog gets the headers of the records that wrote
     * @param facade makes the store that user code sees
     */
    KeyValueBuilder(
            KeyValueBytesStoreSupplier supplier,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> valueSerde,
            boolean timestamped,
            boolean logsHeaders,
            BiFunction<StoreSpec, @Nullable KeyValueStore<Bytes, byte[]>, T> facade) {
        super(supplier.name());
        this.supplier = supplier;
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
        this.timestamped = timestamped;
        this.logsHeaders = logsHeaders;
        this.facade = facade;
    }

    @Override
    public T build() {
        if (supplier instanceof KeyValueSupplier ours) {
            return facade.apply(spec(ours.persistent(), ours.keepsTimestamps(), ours.maxEntries()), null);
        }
        KeyValueStore<Bytes, byte[]> supplied = supplier.get();
        boolean keepsTimestamps = supplied instanceof TimestampedBytesStore || !supplied.persistent();
        return facade.apply(spec(supplied.persistent(), keepsTimestamps, StoreSpec.NO_LIMIT), supplied);
    }

    private StoreSpec spec(boolean persistent, boolean keepsTimestamps, int maxEntries) {
        return new StoreSpec(
                name(),
                persistent,
                timestamped,
                timestamped && keepsTimestamps,
                caching(),
                keySerde,
                valueSerde,
                null,
                maxEntries,
                logsHeaders);
    }
}
