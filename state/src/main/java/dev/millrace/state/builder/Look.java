package dev.millrace.state.builder;

import dev.millrace.state.kind.HeaderUse;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.processor.StateStore;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a store shows itself to user code.
 *
 * @param timestamped whether values come with their event time
 * @param headers what the store is to do with headers; to keep them it takes a supplier that can
 * @param facade makes the store that user code sees, over the user's own store of bytes if there is one
 * @param <S> the user's own store of bytes
 * @param <T> the store that user code sees
 */
record Look<S extends StateStore, T extends StateStore>(
        boolean timestamped, HeaderUse headers, BiFunction<StoreSpec, @Nullable S, T> facade) {

    /** With values alone, or with values and headers. */
    static <S extends StateStore, T extends StateStore> Look<S, T> plain(
            HeaderUse headers, BiFunction<StoreSpec, @Nullable S, T> facade) {
        return new Look<>(false, headers, facade);
    }

    /** With the event time of values. */
    static <S extends StateStore, T extends StateStore> Look<S, T> stamped(
            HeaderUse headers, BiFunction<StoreSpec, @Nullable S, T> facade) {
        return new Look<>(true, headers, facade);
    }
}
