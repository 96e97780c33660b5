package dev.millrace.state.window;

import dev.millrace.state.RecordOrigin;
import dev.millrace.state.Slot;
import dev.millrace.state.kind.KeyCodec;
import dev.millrace.state.kind.StorePosition;
import dev.millrace.state.kind.TaskStore;
import dev.millrace.state.kind.ValueCodec;
import dev.millrace.state.window.walk.WindowCursor;
import dev.millrace.state.window.walk.WindowRange;
import dev.millrace.streams.kstream.TimeWindow;
import org.jspecify.annotations.Nullable;

/** A window store of ours as those see it who show it to user code: one value per key and window, or several side by side. */
public interface WindowContent extends TaskStore {

    @Override
    StorePosition position();

    /** Whether updates wait for the next commit to be emitted. */
    boolean caching();

    KeyCodec keys();

    ValueCodec values();

    /** The task's current record. */
    RecordOrigin origin();

    /** The window that starts at a time. */
    TimeWindow window(long startMs);

    /** The event time that a reader gets to see: -1 if the store does not keep it. */
    long shownTimestamp(long timestamp);

    /** Writes a value without a look at the one before; null deletes, or where values lie side by side is only logged. */
    void put(Object key, @Nullable Object value, long windowStartMs, long timestamp);

    /** The value of a window; where values lie side by side, the one written last of all, if it was written there. */
    Slot latest(Object key, long windowStartMs);

    /**
     * The windows of a range that are still there. Windows of one key come in the order of their starts; of several keys,
     * in a persistent store, by bucket, then key, then start; in memory by start, then key.
     */
    WindowCursor scan(WindowRange range);

    /** As {@link #scan(WindowRange)}, of what was committed last; the same in a store that never caches. */
    default WindowCursor scanCommitted(WindowRange range) {
        return scan(range);
    }
}
