package dev.millrace.state.facade;

import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.state.TimestampedWindowStoreWithHeaders;
import dev.millrace.streams.state.ValueTimestampHeaders;

/** A window store that shows values with their event time and their headers. */
public final class HeadedWindowStore<K, V> extends WindowFacade<K, ValueTimestampHeaders<V>>
        implements TimestampedWindowStoreWithHeaders<K, V> {

    public HeadedWindowStore(StoreSpec spec) {
        super(spec, ValueShape.headed());
    }
}
