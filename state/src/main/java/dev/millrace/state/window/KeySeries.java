package dev.millrace.state.window;

import dev.millrace.state.WindowSeries;
import dev.millrace.state.overlay.Entry;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one series of a store: a copy of a part of a timeline, so that writes in between do not move it. */
final class KeySeries implements WindowSeries {
    private final Timelines timelines;
    private final Windows store;
    private @Nullable Timeline timeline;
    private long[] starts = new long[16];
    private Entry[] entries = new Entry[16];
    private int size;

    KeySeries(Timelines timelines, Windows store) {
        this.timelines = timelines;
        this.store = store;
    }

    /** Points this at the windows of a timeline from a number on that start up to a time. */
    WindowSeries pointAt(Timeline target, int from, long toStartMs) {
        timeline = target;
        int first = Math.max(from, target.from(store.earliestStartMs()));
        int end = target.from(toStartMs + 1);
        size = Math.max(0, end - first);
        if (starts.length < size) {
            starts = new long[size * 2];
            entries = Arrays.copyOf(entries, size * 2);
        }
        target.copy(first, first + size, starts, entries);
        return this;
    }

    private Timeline timeline() {
        return Objects.requireNonNull(timeline);
    }

    private Entry entry(int number) {
        Entry entry = entries[number];
        if (entry.isForgotten()) {
            entry = timelines.again(timeline(), starts[number]);
            entries[number] = entry;
        }
        entry.use();
        return entry;
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
        Object held = entry(number).held();
        return held == null ? null : store.values().read(held);
    }

    @Override
    public long timestamp(int number) {
        Entry entry = entry(number);
        return entry.held() == null ? -1 : store.shownTimestamp(entry.timestamp());
    }

    @Override
    public void write(int number, @Nullable Object value, long timestamp) {
        store.write(entry(number), starts[number], value, timestamp);
    }

    @Override
    public void add(long startMs, @Nullable Object value, long timestamp) {
        timelines.write(timeline(), startMs, value, timestamp);
    }
}
