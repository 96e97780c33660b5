package dev.millrace.state.kind;

import dev.millrace.state.WindowSeries;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.overlay.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The windows of a store by key and start, for records that ask for all windows of their key around their time.
 *
 * <p><b>Why.</b> A record that comes to sliding windows asks for windows of unknown number at unknown starts. The overlay would
 * have to search them in an index of all windows there are; in a {@link Timeline} they lie side by side, found with one
 * look-up.
 *
 * <p><b>Complete or not there.</b> A timeline has every window of its key. A key without one may have windows that start up to
 * {@code unknownUpToMs}: what the store held before, and what it held when timelines were thrown away because memory was
 * short. Its timeline is then made by reading the store.
 *
 * <p><b>Memory.</b> Timelines hold on to entries that the overlay has forgotten. When those are too many, all timelines go.
 */
final class Timelines {
    private final Windows store;
    private final TimelineTable table;
    private final KeySeries series;
    private long unknownUpToMs;
    private long evictionsSeen;

    Timelines(Windows store) {
        this.store = store;
        this.table = new TimelineTable(store.memory());
        this.series = new KeySeries(this, store);
        this.unknownUpToMs = store.lastStartMs();
        this.evictionsSeen = store.overlay.evictions();
    }

    /** The windows of a key that start in a span of time. */
    WindowSeries series(byte[] key, long fromStartMs, long toStartMs) {
        Timeline known = table.get(key);
        Timeline timeline = known == null ? read(key) : known;
        return series.pointAt(timeline, Math.max(fromStartMs, store.earliestStartMs()), toStartMs);
    }

    /** See {@link dev.millrace.state.WindowState#expectSeries}. */
    void expect(int count, IntFunction<byte @Nullable []> keys) {
        for (int i = 0; i < count; i++) {
            byte[] key = keys.apply(i);
            if (key != null) {
                table.touch(key);
            }
        }
    }

    private Timeline read(byte[] key) {
        List<byte[]> places = new ArrayList<>();
        if (unknownUpToMs >= store.earliestStartMs()) {
            try (WindowCursor cursor = store.scan(WindowRange.ofKey(key, 0, unknownUpToMs, false))) {
                while (cursor.next()) {
                    places.add(cursor.place());
                }
            }
        }
        Timeline timeline = table.add(key);
        for (byte[] place : places) {
            Entry entry = store.overlay.find(place, place.length);
            table.insert(timeline, ChangelogFormat.windowStart(place), entry, store.earliestStartMs());
        }
        return timeline;
    }

    /** The entry of a window again, after the overlay has forgotten it. */
    Entry again(Timeline timeline, long startMs) {
        Entry entry = store.entry(timeline.key, startMs, true);
        timeline.replace(timeline.from(startMs), entry);
        return entry;
    }

    /** Writes a window, which is new if it is not in the timeline of its key. */
    void write(Timeline timeline, long startMs, @Nullable Object value, long timestamp) {
        if (startMs < store.earliestStartMs()) {
            return;
        }
        int number = timeline.find(startMs);
        Entry entry;
        if (number < 0) {
            entry = store.entry(timeline.key, startMs, false);
            table.insert(timeline, startMs, entry, store.earliestStartMs());
        } else {
            Entry known = timeline.entry(number);
            entry = known.isForgotten() ? again(timeline, startMs) : known;
        }
        store.write(entry, startMs, value, timestamp);
    }

    /** A window was written without a look at its key's timeline. */
    void note(byte[] key, long startMs, Entry entry) {
        Timeline timeline = table.get(key);
        if (timeline == null) {
            unknownUpToMs = Math.max(unknownUpToMs, startMs);
            return;
        }
        int number = timeline.find(startMs);
        if (number < 0) {
            table.insert(timeline, startMs, entry, store.earliestStartMs());
        } else {
            timeline.replace(number, entry);
        }
    }

    /** Windows before the store's earliest start are gone. */
    void expired() {
        table.dropBefore(store.earliestStartMs());
    }

    /** The store has committed: now memory counts. */
    void committed() {
        long evictions = store.overlay.evictions();
        if (evictions - evictionsSeen > table.size()) {
            evictionsSeen = evictions;
            forget();
        }
    }

    /** Throws away all timelines. */
    void forget() {
        unknownUpToMs = store.lastStartMs();
        table.dropAll();
    }
}
