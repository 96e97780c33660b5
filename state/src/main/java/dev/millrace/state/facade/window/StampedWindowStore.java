package dev.millrace.state.facade.window;

import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.state.TimestampedWindowStore;
import dev.millrace.streams.state.ValueAndTimestamp;
import dev.millrace.streams.state.WindowStore;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A window store that shows values with their event time. */
public final class StampedWindowStore<K, V> extends WindowFacade<K, ValueAndTimestamp<V>>
        implements TimestampedWindowStore<K, V> {

    /** @param supplied the user's own store that keeps the content; null if the task's database does */
    public StampedWindowStore(StoreSpec spec, @Nullable WindowStore<Bytes, byte[]> supplied) {
        super(spec, ValueShape.stamped(), supplied);
    }
}
