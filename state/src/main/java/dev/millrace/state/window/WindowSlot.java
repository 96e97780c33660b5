package dev.millrace.state.window;

import dev.millrace.state.Slot;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The one slot of a window store: points at the window asked for last, and decodes its value at most once. */
final class WindowSlot implements Slot {
    private final Windows store;
    private @Nullable KeyWindows windows;
    private int number;
    private @Nullable Object heldWhenRead;
    private @Nullable Object value;

    WindowSlot(Windows store) {
        this.store = store;
    }

    /**
     * Points this at another window.
     *
     * @param target null for one that cannot have a value any more
     */
    Slot pointAt(@Nullable KeyWindows target, int row) {
        windows = target;
        number = row;
        heldWhenRead = null;
        value = null;
        return this;
    }

    /** The windows of the key, null if this window cannot have a value any more. */
    @Nullable
    KeyWindows windows() {
        return windows;
    }

    private @Nullable Object held() {
        return windows == null ? null : windows.held(number);
    }

    @Override
    public @Nullable Object value() {
        Object held = held();
        if (held == null || store.values().holdsValues()) {
            return held;
        }
        if (held != heldWhenRead) {
            heldWhenRead = held;
            value = store.values().read(held);
        }
        return value;
    }

    @Override
    public long timestamp() {
        return windows == null || !windows.hasValue(number) ? -1 : store.shownTimestamp(windows.timestamp(number));
    }

    @Override
    public Headers headers() {
        Object held = held();
        return held == null ? new RecordHeaders() : store.values().shownHeaders(held);
    }
}
