package dev.millrace.state.window;

import dev.millrace.state.WindowSeries;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one series of a store: rows of a key, found again by their starts if writes in between have moved them. */
final class KeySeries implements WindowSeries {
    private final Windows store;
    private final WindowMemory memory;
    private @Nullable KeyWindows windows;
    private long[] starts = new long[16];
    private int size;
    private int first;
    private int version;

    KeySeries(Windows store, WindowMemory memory) {
        this.store = store;
        this.memory = memory;
    }

    /** Points this at the windows of a key from a row on that start up to a time. */
    WindowSeries pointAt(KeyWindows target, int from, long toStartMs) {
        windows = target;
        version = target.version();
        first = Math.max(from, target.from(store.earliestStartMs()));
        size = Math.max(0, target.from(toStartMs + 1) - first);
        if (starts.length < size) {
            starts = new long[size * 2];
        }
        for (int number = 0; number < size; number++) {
            starts[number] = target.startMs(first + number);
        }
        return this;
    }

    private KeyWindows windows() {
        return Objects.requireNonNull(windows);
    }

    /** The row of a window, wherever it is now. */
    private int row(int number) {
        KeyWindows known = windows();
        return known.version() == version && !known.gone ? first + number : again(starts[number]);
    }

    private int again(long startMs) {
        windows = memory.again(windows(), startMs);
        return memory.find(windows, startMs, true);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long startMs(int number) {
        return starts[number];
    }

    @Override
    public @Nullable Object value(int number) {
        int row = row(number);
        Object held = windows().held(row);
        return held == null ? null : store.values().read(held);
    }

    @Override
    public long timestamp(int number) {
        int row = row(number);
        return windows().hasValue(row) ? store.shownTimestamp(windows().timestamp(row)) : -1;
    }

    @Override
    public void write(int number, @Nullable Object value, long timestamp) {
        int row = row(number);
        store.write(windows(), row, value, timestamp);
    }

    @Override
    public void add(long startMs, @Nullable Object value, long timestamp) {
        if (startMs >= store.earliestStartMs()) {
            int row = again(startMs);
            store.write(windows(), row, value, timestamp);
        }
    }
}
