package dev.millrace.state.facade;

import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.state.TimestampedWindowStore;
import dev.millrace.streams.state.ValueAndTimestamp;

/** A window store that shows values with their event time. */
public final class StampedWindowStore<K, V> extends WindowFacade<K, ValueAndTimestamp<V>>
        implements TimestampedWindowStore<K, V> {

    public StampedWindowStore(StoreSpec spec) {
        super(spec, ValueShape.stamped());
    }
}
