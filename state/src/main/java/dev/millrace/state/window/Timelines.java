package dev.millrace.state.window;

import dev.millrace.state.WindowSeries;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.overlay.Entry;
import dev.millrace.state.overlay.MemoryAccount;
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
 * <p><b>What is missing.</b> A key without a timeline may have windows that start up to {@code unknownUpToMs}: what the store held
 * before, and what it held when timelines were thrown away because memory was short. And a timeline lets go of windows that were
 * too early for all records of late, so that the overlay can forget them. What is missing is read from the store when it is
 * asked for.
 */
final class Timelines {
    private final Windows store;
    private final MemoryAccount memory;
    private final TimelineTable table;
    private final KeySeries series;
    private long unknownUpToMs;

    /** From where on the latest of all records asked. */
    private long latestFromMs = Long.MIN_VALUE;

    /** By how much others asked for earlier windows, of late. */
    private long lagMs;

    Timelines(Windows store, MemoryAccount memory) {
        this.store = store;
        this.memory = memory;
        this.table = new TimelineTable(memory);
        this.series = new KeySeries(this, store);
        this.unknownUpToMs = store.lastStartMs();
    }

    /** See {@link dev.millrace.state.WindowState#series}. */
    WindowSeries series(byte[] key, long fromStartMs, long toStartMs) {
        latestFromMs = Math.max(latestFromMs, fromStartMs);
        lagMs = Math.max(lagMs, latestFromMs - fromStartMs);
        Timeline known = table.get(key);
        Timeline timeline = known == null ? read(key) : known;
        int first = latestWithValue(timeline, fromStartMs);
        if (first < 0) {
            complete(timeline);
            first = latestWithValue(timeline, fromStartMs);
        }
        return series.pointAt(timeline, first, toStartMs);
    }

    /** The number of the latest window with a value before a start, or else of the first; -1 if there may be one that is missing. */
    private int latestWithValue(Timeline timeline, long startMs) {
        int number = timeline.from(startMs) - 1;
        while (number >= timeline.first() && entry(timeline, number).held() == null) {
            number--;
        }
        return number < timeline.first() ? timeline.firstIfComplete() : number;
    }

    private Entry entry(Timeline timeline, int number) {
        Entry known = timeline.entry(number);
        return known.isForgotten() ? again(timeline, timeline.start(number)) : known;
    }

    private long neededFromMs() {
        return Math.max(store.earliestStartMs(), latestFromMs - lagMs);
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
        Timeline timeline = table.add(key);
        addFromStore(timeline, unknownUpToMs);
        return timeline;
    }

    /** Reads what the timeline has let go of. */
    private void complete(Timeline timeline) {
        addFromStore(timeline, timeline.completeFromMs() - 1);
        timeline.completed();
    }

    private void addFromStore(Timeline timeline, long upToStartMs) {
        if (upToStartMs < store.earliestStartMs()) {
            return;
        }
        List<byte[]> places = new ArrayList<>();
        try (WindowCursor cursor = store.scan(WindowRange.ofKey(timeline.key, 0, upToStartMs, false))) {
            while (cursor.next()) {
                places.add(cursor.place());
            }
        }
        for (byte[] place : places) {
            Entry entry = store.entry(place);
            table.insert(timeline, ChangelogFormat.windowStart(place), entry, Long.MIN_VALUE);
        }
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
        if (startMs < timeline.completeFromMs()) {
            complete(timeline);
        }
        int number = timeline.find(startMs);
        Entry entry;
        if (number < 0) {
            entry = store.entry(timeline.key, startMs, false);
            table.insert(timeline, startMs, entry, neededFromMs());
        } else {
            entry = entry(timeline, number);
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
        if (startMs < timeline.completeFromMs()) {
            return;
        }
        int number = timeline.find(startMs);
        if (number < 0) {
            table.insert(timeline, startMs, entry, neededFromMs());
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
        lagMs /= 2;
        if (memory.full() && table.bytes() > memory.bytes() / 2) {
            forget();
        }
    }

    /** Throws away all timelines. */
    void forget() {
        unknownUpToMs = store.lastStartMs();
        table.dropAll();
    }
}
