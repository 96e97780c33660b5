package dev.millrace.state.builder;

import dev.millrace.state.facade.SessionFacade;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.StoreSpec.WindowSpec;
import dev.millrace.streams.spi.ExpiringStoreBuilder;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStore;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Builds session stores: in the task's database, or over a store of bytes that the user supplies. */
final class SessionBuilder<K, V> extends SpecBuilder<SessionStore<K, V>>
        implements ExpiringStoreBuilder<SessionStore<K, V>> {
    private final SessionBytesStoreSupplier supplier;
    private final @Nullable Serde<?> keySerde;
    private final @Nullable Serde<?> valueSerde;

    SessionBuilder(SessionBytesStoreSupplier supplier, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde) {
        super(supplier.name());
        this.supplier = supplier;
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
    }

    @Override
    public long retentionMs() {
        return supplier.retentionPeriod();
    }

    @Override
    public SessionStore<K, V> build() {
        if (supplier instanceof SessionSupplier ours) {
            return new SessionFacade<>(spec(ours.persistent()), null);
        }
        SessionStore<Bytes, byte[]> supplied = supplier.get();
        return new SessionFacade<>(spec(supplied.persistent()), supplied);
    }

    private StoreSpec spec(boolean persistent) {
        WindowSpec sessions = new WindowSpec(supplier.retentionPeriod(), 0, false, false);
        return new StoreSpec(name(), persistent, false, false, caching(), keySerde, valueSerde, sessions);
    }
}
