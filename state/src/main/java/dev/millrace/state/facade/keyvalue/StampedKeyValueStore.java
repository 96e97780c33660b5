package dev.millrace.state.facade.keyvalue;

import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.TimestampedKeyValueStore;
import dev.millrace.streams.state.ValueAndTimestamp;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A key-value store that shows values with their event time. */
public final class StampedKeyValueStore<K, V> extends KeyValueFacade<K, ValueAndTimestamp<V>>
        implements TimestampedKeyValueStore<K, V> {

    /** @param supplied the user's own store that keeps the content; null if the task's database does */
    public StampedKeyValueStore(StoreSpec spec, @Nullable KeyValueStore<Bytes, byte[]> supplied) {
        super(spec, ValueShape.stamped(), supplied);
    }
}
