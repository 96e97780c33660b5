package dev.millrace.state.facade;

import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.state.TimestampedKeyValueStore;
import dev.millrace.streams.state.ValueAndTimestamp;

/** A key-value store that shows values with their event time. */
public final class StampedKeyValueStore<K, V> extends KeyValueFacade<K, ValueAndTimestamp<V>>
        implements TimestampedKeyValueStore<K, V> {

    public StampedKeyValueStore(StoreSpec spec) {
        super(spec, ValueShape.stamped());
    }
}
