package dev.millrace.state.query;

import dev.millrace.state.facade.KeyValueFacade;
import dev.millrace.state.facade.SessionFacade;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.facade.WindowFacade;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.state.QueryableStoreType;
import dev.millrace.streams.state.QueryableStoreTypes.KeyValueStoreType;
import dev.millrace.streams.state.QueryableStoreTypes.WindowStoreType;
import java.util.concurrent.locks.Lock;

/** Makes what a {@link QueryableStoreType} asks for of a store. */
public final class StoreViews {
    private StoreViews() {}

    /**
     * A view of a store that the type accepts. Values are shown without their event time if the type asks for plain values.
     * A custom store is given as it is, because nobody else knows how to read it: its own type has to see to safety.
     *
     * @param taskLock held by the task while it works on its stores
     */
    @SuppressWarnings("unchecked")
    public static <T> T view(StateStore store, QueryableStoreType<T> type, Lock taskLock) {
        if (store instanceof KeyValueFacade<?, ?> keyValues) {
            return (T) keyValues(keyValues, type instanceof KeyValueStoreType, taskLock);
        }
        if (store instanceof WindowFacade<?, ?> windows) {
            return (T) windows(windows, type instanceof WindowStoreType, taskLock);
        }
        if (store instanceof SessionFacade<?, ?> sessions) {
            return (T) new SessionView<>(sessions, taskLock);
        }
        return (T) store;
    }

    private static Object keyValues(KeyValueFacade<?, ?> store, boolean plain, Lock taskLock) {
        return new KeyValueView<>(store, plain ? ValueShape.plain() : store.shape(), taskLock);
    }

    private static Object windows(WindowFacade<?, ?> store, boolean plain, Lock taskLock) {
        return new WindowView<>(store, plain ? ValueShape.plain() : store.shape(), taskLock);
    }
}
