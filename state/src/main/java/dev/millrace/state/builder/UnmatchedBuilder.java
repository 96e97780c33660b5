package dev.millrace.state.builder;

import dev.millrace.state.facade.UnmatchedStore;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueStore;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Builds the stores of what waits for a match in joins of two streams. */
final class UnmatchedBuilder extends SpecBuilder<UnmatchedStore> {
    private final KeyValueBytesStoreSupplier supplier;
    private final @Nullable Serde<?> keySerde;
    private final @Nullable Serde<?> leftSerde;
    private final @Nullable Serde<?> rightSerde;

    UnmatchedBuilder(
            KeyValueBytesStoreSupplier supplier,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> leftSerde,
            @Nullable Serde<?> rightSerde) {
        super(supplier.name());
        this.supplier = supplier;
        this.keySerde = keySerde;
        this.leftSerde = leftSerde;
        this.rightSerde = rightSerde;
    }

    @Override
    public UnmatchedStore build() {
        KeyValueBytesStoreSupplier asked = HeadedKeyValueSupplier.asked(supplier);
        if (asked instanceof KeyValueSupplier ours) {
            return new UnmatchedStore(spec(ours.persistent()), rightSerde, null);
        }
        KeyValueStore<Bytes, byte[]> supplied = asked.get();
        return new UnmatchedStore(spec(supplied.persistent()), rightSerde, supplied);
    }

    private StoreSpec spec(boolean persistent) {
        return new StoreSpec(name(), persistent, false, false, false, keySerde, leftSerde, null);
    }
}
