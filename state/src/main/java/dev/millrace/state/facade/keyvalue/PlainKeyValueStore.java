package dev.millrace.state.facade.keyvalue;

import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.state.KeyValueStore;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A key-value store that shows values alone. */
public final class PlainKeyValueStore<K, V> extends KeyValueFacade<K, V> {

    /** @param supplied the user's own store that keeps the content; null if the task's database does */
    public PlainKeyValueStore(StoreSpec spec, @Nullable KeyValueStore<Bytes, byte[]> supplied) {
        super(spec, ValueShape.plain(), supplied);
    }
}
