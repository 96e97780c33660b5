package dev.millrace.state.facade.keyvalue;

import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.TimestampedKeyValueStoreWithHeaders;
import dev.millrace.streams.state.ValueTimestampHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A key-value store that shows values with their event time and their headers. */
public final class HeadedKeyValueStore<K, V> extends KeyValueFacade<K, ValueTimestampHeaders<V>>
        implements TimestampedKeyValueStoreWithHeaders<K, V> {

    /** @param supplied the user's own store that keeps the content; null if the task's database does */
    public HeadedKeyValueStore(StoreSpec spec, @Nullable KeyValueStore<Bytes, byte[]> supplied) {
        super(spec, ValueShape.headed(), supplied);
    }
}
