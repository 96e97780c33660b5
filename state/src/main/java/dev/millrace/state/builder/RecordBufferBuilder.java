package dev.millrace.state.builder;

import dev.millrace.state.facade.RecordBufferStore;
import dev.millrace.state.kind.StoreSpec;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Builds the buffers of joins that wait for a table. */
final class RecordBufferBuilder extends SpecBuilder<RecordBufferStore> {
    private final @Nullable Serde<?> keySerde;
    private final @Nullable Serde<?> valueSerde;

    RecordBufferBuilder(String name, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde) {
        super(name);
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
    }

    @Override
    public RecordBufferStore build() {
        return new RecordBufferStore(new StoreSpec(name(), true, false, false, false, keySerde, valueSerde, null));
    }
}
