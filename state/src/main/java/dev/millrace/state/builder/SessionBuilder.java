package dev.millrace.state.builder;

import dev.millrace.state.kind.HeaderUse;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.StoreSpec.WindowSpec;
import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.spi.ExpiringStoreBuilder;
import dev.millrace.streams.state.HeadersBytesStore;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStore;
import java.util.function.BiFunction;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Builds session stores: in the task's database, or over a store of bytes that the user supplies. */
final class SessionBuilder<T extends StateStore> extends SpecBuilder<T> implements ExpiringStoreBuilder<T> {
    private final SessionBytesStoreSupplier supplier;
    private final @Nullable Serde<?> keySerde;
    private final @Nullable Serde<?> valueSerde;
    private final HeaderUse headers;
    private final BiFunction<StoreSpec, @Nullable SessionStore<Bytes, byte[]>, T> facade;

    /**
     * A builder.
     *
     * @param headers what the store is to do with headers; to keep them it takes a supplier that can
     * @param facade makes the store that user code sees
     */
    SessionBuilder(
            SessionBytesStoreSupplier supplier,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> valueSerde,
            HeaderUse headers,
            BiFunction<StoreSpec, @Nullable SessionStore<Bytes, byte[]>, T> facade) {
        super(supplier.name());
        this.supplier = supplier;
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
        this.headers = headers;
        this.facade = facade;
    }

    @Override
    public long retentionMs() {
        return supplier.retentionPeriod();
    }

    @Override
    public T build() {
        SessionBytesStoreSupplier asked = supplier instanceof HeadedSessionSupplier headed ? headed.asked() : supplier;
        if (asked instanceof SessionSupplier ours) {
            return facade.apply(spec(ours.persistent(), ours.keeps(), ours.sessions()), null);
        }
        SessionStore<Bytes, byte[]> supplied = asked.get();
        WindowSpec sessions = new WindowSpec(supplier.retentionPeriod(), 0, false, false);
        return facade.apply(spec(supplied.persistent(), kept(supplied), sessions), supplied);
    }

    private static DslStoreFormat kept(SessionStore<Bytes, byte[]> supplied) {
        boolean headed = supplied instanceof HeadersBytesStore || !supplied.persistent();
        return headed ? DslStoreFormat.HEADERS : DslStoreFormat.PLAIN;
    }

    private StoreSpec spec(boolean persistent, DslStoreFormat keeps, WindowSpec sessions) {
        return new StoreSpec(
                name(),
                persistent,
                false,
                false,
                caching(),
                keySerde,
                valueSerde,
                sessions,
                StoreSpec.NO_LIMIT,
                headers.with(keeps));
    }
}
