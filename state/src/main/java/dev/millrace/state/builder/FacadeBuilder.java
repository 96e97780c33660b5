package dev.millrace.state.builder;

import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.StoreSpec.WindowSpec;
import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.state.HeadersBytesStore;
import dev.millrace.streams.state.TimestampedBytesStore;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * What the builders share of stores that keep their content in the task's database, or in a store of bytes that the user
 * supplies.
 *
 * @param <S> a store of bytes that the user supplies
 * @param <T> the store that is built
 */
abstract class FacadeBuilder<S extends StateStore, T extends StateStore> extends SpecBuilder<T> {
    private final @Nullable Serde<?> keySerde;
    private final @Nullable Serde<?> valueSerde;
    private final Look<S, T> look;

    FacadeBuilder(String name, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde, Look<S, T> look) {
        super(name);
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
        this.look = look;
    }

    /**
     * A store in the task's database.
     *
     * @param keeps what can be kept with a value
     */
    final T ours(boolean persistent, DslStoreFormat keeps, @Nullable WindowSpec windows, int maxEntries) {
        return look.facade().apply(spec(persistent, keeps, windows, maxEntries), null);
    }

    /** A store over one that the user supplied. */
    final T over(S supplied, @Nullable WindowSpec windows) {
        return look.facade().apply(spec(supplied.persistent(), kept(supplied), windows, StoreSpec.NO_LIMIT), supplied);
    }

    /** What a store that a user supplied can keep with a value. */
    private static DslStoreFormat kept(StateStore supplied) {
        if (supplied instanceof HeadersBytesStore || !supplied.persistent()) {
            return DslStoreFormat.HEADERS;
        }
        return supplied instanceof TimestampedBytesStore ? DslStoreFormat.TIMESTAMPED : DslStoreFormat.PLAIN;
    }

    private StoreSpec spec(boolean persistent, DslStoreFormat keeps, @Nullable WindowSpec windows, int maxEntries) {
        boolean retainsDuplicates = windows != null && windows.retainDuplicates();
        return new StoreSpec(
                name(),
                persistent,
                look.timestamped(),
                look.timestamped() && keeps != DslStoreFormat.PLAIN,
                caching() && !retainsDuplicates,
                keySerde,
                valueSerde,
                windows,
                maxEntries,
                look.headers().with(keeps));
    }
}
