package dev.millrace.state.kind;

import dev.millrace.state.Slot;
import dev.millrace.state.overlay.Entry;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The one slot of a store: points at the entry asked for last, and decodes its value at most once. */
public final class EntrySlot implements Slot {
    private final OverlayStore store;
    private @Nullable Entry entry;
    private @Nullable Object heldWhenRead;
    private @Nullable Object value;

    public EntrySlot(OverlayStore store) {
        this.store = store;
    }

    /**
     * Points this at another entry.
     *
     * @param target null for a place that cannot hold a value any more
     */
    public Slot pointAt(@Nullable Entry target) {
        entry = target;
        heldWhenRead = null;
        value = null;
        return this;
    }

    /** The entry that this points at, null if there is none. */
    public @Nullable Entry entry() {
        return entry;
    }

    @Override
    public @Nullable Object value() {
        Object held = entry == null ? null : entry.held();
        if (held == null || store.values.holdsValues()) {
            return held;
        }
        if (held != heldWhenRead) {
            heldWhenRead = held;
            value = store.values.read(held);
        }
        return value;
    }

    @Override
    public long timestamp() {
        return entry == null || entry.held() == null ? -1 : store.shownTimestamp(entry.timestamp());
    }

    @Override
    public Headers headers() {
        Object held = entry == null ? null : entry.held();
        return held == null ? new RecordHeaders() : store.values.shownHeaders(held);
    }
}
