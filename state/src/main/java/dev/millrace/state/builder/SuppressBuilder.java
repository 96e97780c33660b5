package dev.millrace.state.builder;

import dev.millrace.state.facade.SuppressStore;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.spi.SuppressionBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Builds the buffers of suppressions. */
final class SuppressBuilder extends SpecBuilder<SuppressStore> {
    private final @Nullable Serde<?> keySerde;
    private final @Nullable Serde<?> valueSerde;
    private final boolean measured;

    SuppressBuilder(String name, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde, SuppressionBuffer limits) {
        super(name);
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
        this.measured = limits.maxBytes() < Long.MAX_VALUE;
        if (limits.logged()) {
            withLoggingEnabled(limits.changelogConfig());
        } else {
            withLoggingDisabled();
        }
    }

    @Override
    public SuppressStore build() {
        return new SuppressStore(
                new StoreSpec(name(), false, false, false, false, keySerde, valueSerde, null), measured);
    }
}
