package dev.millrace.state.builder;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueStore;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Builds key-value stores. */
final class KeyValueBuilder<T extends StateStore> extends FacadeBuilder<KeyValueStore<Bytes, byte[]>, T> {
    private final KeyValueBytesStoreSupplier supplier;

    KeyValueBuilder(
            KeyValueBytesStoreSupplier supplier,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> valueSerde,
            Look<KeyValueStore<Bytes, byte[]>, T> look) {
        super(supplier.name(), keySerde, valueSerde, look);
        this.supplier = supplier;
    }

    @Override
    public T build() {
        KeyValueBytesStoreSupplier asked = HeadedKeyValueSupplier.asked(supplier);
        return asked instanceof KeyValueSupplier ours
                ? ours(ours.persistent(), ours.keeps(), null, ours.maxEntries())
                : over(asked.get(), null);
    }
}
