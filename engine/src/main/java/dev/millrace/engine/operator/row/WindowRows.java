package dev.millrace.engine.operator.row;

import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.Slot;
import dev.millrace.state.WindowState;
import dev.millrace.streams.kstream.Windowed;
import org.jspecify.annotations.Nullable;

/** Rows that are kept in a window store, under windowed keys. */
final class WindowRows extends TableRows {
    private final WindowState store;
    private long timestamp;

    WindowRows(WindowState store) {
        this.store = store;
    }

    @Override
    public @Nullable Object value(Object key) {
        Windowed<?> windowed = (Windowed<?>) key;
        Slot slot = store.slot(windowed.key(), windowed.window().start());
        timestamp = slot.timestamp();
        return slot.value();
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    /** Which windows will be asked for is not known beforehand. */
    @Override
    public void expect(SourceBatch batch) {}
}
