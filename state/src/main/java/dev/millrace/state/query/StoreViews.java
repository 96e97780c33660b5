package dev.millrace.state.query;

import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.facade.keyvalue.KeyValueFacade;
import dev.millrace.state.facade.session.SessionFacade;
import dev.millrace.state.facade.window.WindowFacade;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.state.QueryableStoreType;
import dev.millrace.streams.state.QueryableStoreTypes.KeyValueStoreType;
import dev.millrace.streams.state.QueryableStoreTypes.SessionStoreType;
import dev.millrace.streams.state.QueryableStoreTypes.TimestampedKeyValueStoreType;
import dev.millrace.streams.state.QueryableStoreTypes.TimestampedWindowStoreType;
import dev.millrace.streams.state.QueryableStoreTypes.WindowStoreType;
import java.util.concurrent.locks.Lock;

/** Makes what a {@link QueryableStoreType} asks for of a store. */
public final class StoreViews {
    private StoreViews() {}

    /**
     * A view of a store that the type accepts. Of what is kept with a value it shows what the type asks for.
     * A custom store is given as it is, because nobody else knows how to read it: its own type has to see to safety.
     *
     * @param taskLock held by the task while it works on its stores
     */
    @SuppressWarnings("unchecked")
    public static <T> T view(StateStore store, QueryableStoreType<T> type, Lock taskLock) {
        if (store instanceof KeyValueFacade<?, ?> keyValues) {
            return (T) new KeyValueView<>(keyValues, shape(type, keyValues.shape()), taskLock);
        }
        if (store instanceof WindowFacade<?, ?> windows) {
            return (T) new WindowView<>(windows, shape(type, windows.shape()), taskLock);
        }
        if (store instanceof SessionFacade<?, ?> sessions) {
            return (T) new SessionView<>(sessions, shape(type, sessions.shape()), taskLock);
        }
        return (T) store;
    }

    private static ValueShape<?> shape(QueryableStoreType<?> type, ValueShape<?> own) {
        if (type instanceof KeyValueStoreType || type instanceof WindowStoreType || type instanceof SessionStoreType) {
            return ValueShape.plain();
        }
        boolean stamped = type instanceof TimestampedKeyValueStoreType || type instanceof TimestampedWindowStoreType;
        return stamped ? ValueShape.stamped() : own;
    }
}
