package dev.millrace.state.builder;

import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.StoreSpec.WindowSpec;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.spi.ExpiringStoreBuilder;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStore;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Builds session stores. */
final class SessionBuilder<T extends StateStore> extends FacadeBuilder<SessionStore<Bytes, byte[]>, T>
        implements ExpiringStoreBuilder<T> {
    private final SessionBytesStoreSupplier supplier;

    SessionBuilder(
            SessionBytesStoreSupplier supplier,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> valueSerde,
            Look<SessionStore<Bytes, byte[]>, T> look) {
        super(supplier.name(), keySerde, valueSerde, look);
        this.supplier = supplier;
    }

    @Override
    public long retentionMs() {
        return supplier.retentionPeriod();
    }

    @Override
    public T build() {
        SessionBytesStoreSupplier asked = supplier instanceof HeadedSessionSupplier headed ? headed.asked() : supplier;
        return asked instanceof SessionSupplier ours
                ? ours(ours.persistent(), ours.keeps(), ours.sessions(), StoreSpec.NO_LIMIT)
                : over(asked.get(), new WindowSpec(asked.retentionPeriod(), 0, false, false));
    }
}
