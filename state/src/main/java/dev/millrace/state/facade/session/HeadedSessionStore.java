package dev.millrace.state.facade.session;

import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.state.AggregationWithHeaders;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.SessionStoreWithHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A session store that shows aggregates with their headers. */
public final class HeadedSessionStore<K, V> extends SessionFacade<K, AggregationWithHeaders<V>>
        implements SessionStoreWithHeaders<K, V> {

    /** @param supplied the user's own store that keeps the content; null if the task's database does */
    public HeadedSessionStore(StoreSpec spec, @Nullable SessionStore<Bytes, byte[]> supplied) {
        super(spec, ValueShape.aggregated(), supplied);
    }
}
