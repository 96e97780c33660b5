package dev.millrace.state.facade.window;

import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.state.TimestampedWindowStoreWithHeaders;
import dev.millrace.streams.state.ValueTimestampHeaders;
import dev.millrace.streams.state.WindowStore;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A window store that shows values with their event time and their headers. */
public final class HeadedWindowStore<K, V> extends WindowFacade<K, ValueTimestampHeaders<V>>
        implements TimestampedWindowStoreWithHeaders<K, V> {

    /** @param supplied the user's own store that keeps the content; null if the task's database does */
    public HeadedWindowStore(StoreSpec spec, @Nullable WindowStore<Bytes, byte[]> supplied) {
        super(spec, ValueShape.headed(), supplied);
    }
}
