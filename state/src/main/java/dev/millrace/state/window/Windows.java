package dev.millrace.state.window;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.ClosedWindowTaker;
import dev.millrace.state.Slot;
import dev.millrace.state.StateTransaction;
import dev.millrace.state.WindowSeries;
import dev.millrace.state.WindowState;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.kind.EntrySlot;
import dev.millrace.state.kind.OverlayStore;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.overlay.Entry;
import dev.millrace.streams.kstream.TimeWindow;
import dev.millrace.streams.kstream.Windowed;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A window store: one value by key and window start, as long as {@link WindowSpan} says.
 *
 * <p>Writes to windows that are gone are ignored. The layout is drawn in {@link WindowLayout}.
 */
public final class Windows extends OverlayStore implements WindowState, WindowContent {
    private static final int MOST_EXPECTED = 8;

    private final EntrySlot slot = new EntrySlot(this);
    private final WindowSpan span;
    private final WindowLayout layout;
    private @Nullable ClosingQueue closing;
    private @Nullable Timelines timelines;
    private byte[] scratch = new byte[64];
    private byte @Nullable [] lastKey;
    private @Nullable Entry lastFound;

    public Windows(StoreSpec spec, StoreHost host) {
        super(spec, host);
        this.span = new WindowSpan(Objects.requireNonNull(spec.windows()));
        this.layout = span.layout();
        overlay.residentFrom(firstResident());
    }

    /** The first bucket that is new to the database. */
    @Override
    protected byte @Nullable [] firstResident() {
        span.note(database);
        return WindowLayout.bucketStart(span.nextBucket());
    }

    @Override
    protected byte @Nullable [] retreat(byte @Nullable [] from) {
        if (from == null || span.empty()) {
            return null;
        }
        return WindowLayout.bucketStart(Math.max(WindowLayout.bucket(from), span.firstBucket()) + 1);
    }

    @Override
    public TimeWindow window(long startMs) {
        return span.window(startMs);
    }

    // ---- one window ----

    @Override
    public Slot slot(Object key, long windowStartMs) {
        return slot.pointAt(find(keys.encode(key), windowStartMs, true));
    }

    @Override
    public Slot latest(Object key, long windowStartMs) {
        return slot(key, windowStartMs);
    }

    /** All first windows, then all second ones: so their memory is waited for at the same time. */
    @Override
    public void expect(
            int count, IntFunction<byte @Nullable []> keysToCome, IntToLongFunction startsMs, long windowsEach) {
        @Nullable Entry[] latest = new Entry[count];
        for (int i = 0; i < count; i++) {
            byte[] key = keysToCome.apply(i);
            latest[i] = key == null ? null : overlay.touch(scratch, fill(key, startsMs.applyAsLong(i)));
        }
        for (int next = 1; next < Math.min(MOST_EXPECTED, windowsEach); next++) {
            for (int i = 0; i < count; i++) {
                latest[i] = overlay.touchAfter(latest[i]);
            }
        }
    }

    @Override
    public void write(Slot place, Object key, long windowStartMs, @Nullable Object value, long timestamp) {
        Entry entry = ((EntrySlot) place).entry();
        if (entry != null) {
            writeNoted(entry, windowStartMs, holdAt(key, value), timestamp);
        } else {
            tooLate();
        }
    }

    @Override
    public void put(Object key, @Nullable Object value, long windowStartMs, long timestamp) {
        Headers own = headersOf(value);
        byte[] bytes = keys.encode(key, own);
        Object held = hold(value, own);
        Entry entry = find(bytes, windowStartMs, mustSeeOverwritten());
        if (entry != null) {
            writeNoted(entry, windowStartMs, held, timestamp);
            if (timelines != null) {
                timelines.note(bytes, windowStartMs, entry);
            }
        } else {
            tooLate();
        }
    }

    /** A write to a window that is gone moves the position of a store in memory, not of a persistent one: as in the reference. */
    private void tooLate() {
        if (!persistent()) {
            position.written();
        }
    }

    private void writeNoted(Entry entry, long windowStartMs, @Nullable Object held, long timestamp) {
        span.note(windowStartMs);
        if (closing != null && entry.held() == null && held != null) {
            closing.add(windowStartMs, entry.key());
        }
        write(entry, held, timestamp);
    }

    /** Null if the window is gone. */
    private @Nullable Entry find(byte[] key, long windowStartMs, boolean load) {
        if (windowStartMs < span.earliestStartMs()) {
            return null;
        }
        int length = fill(key, windowStartMs);
        return load ? load(key, length) : overlay.findToOverwrite(scratch, length);
    }

    /** Writes a whole key into the scratch buffer; returns its length. */
    private int fill(byte[] key, long windowStartMs) {
        int length = WindowLayout.length(key);
        if (scratch.length <= length) {
            scratch = new byte[length * 2];
        }
        layout.put(scratch, key, windowStartMs, 0);
        return length;
    }

    /** A record that is in several windows asks for them one after the other, with the same key bytes. */
    private Entry load(byte[] key, int length) {
        Entry before = key == lastKey ? lastFound : null;
        Entry found = before == null ? overlay.find(scratch, length) : overlay.findAfter(before, scratch, length);
        lastKey = key;
        lastFound = found;
        return found;
    }

    // ---- the windows of a key around a time ----

    @Override
    public WindowSeries series(Object key, long fromStartMs, long toStartMs) {
        return timelines().series(keys.encode(key), fromStartMs, toStartMs);
    }

    @Override
    public void expectSeries(int count, IntFunction<byte @Nullable []> keysToCome) {
        timelines().expect(count, keysToCome);
    }

    private Timelines timelines() {
        Timelines all = timelines;
        if (all == null) {
            all = new Timelines(this, memory());
            timelines = all;
        }
        return all;
    }

    /** No window of the store starts later; -1 if there is none. */
    long lastStartMs() {
        return span.lastStartMs();
    }

    /** The entry of a window; not loaded if it is known not to be in the database. */
    Entry entry(byte[] key, long startMs, boolean load) {
        int length = fill(key, startMs);
        return load ? overlay.find(scratch, length) : overlay.findToOverwrite(scratch, length);
    }

    /** The entry at a place, loaded. */
    Entry entry(byte[] place) {
        return overlay.find(place, place.length);
    }

    /** Writes a value to the entry of a window, if the window is still there. */
    void write(Entry entry, long startMs, @Nullable Object value, long timestamp) {
        if (startMs >= earliestStartMs()) {
            writeNoted(entry, startMs, hold(value, headersOf(value)), timestamp);
        }
    }

    // ---- time ----

    @Override
    public void advanceTo(long observedStreamTimeMs) {
        span.advanceTo(observedStreamTimeMs);
    }

    /** The oldest start that is still there. */
    long earliestStartMs() {
        return span.earliestStartMs();
    }

    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        super.stage(batch, changelog, sink);
        span.dropExpired(batch, database);
    }

    @Override
    public void logged() {
        super.logged();
        if (timelines != null) {
            timelines.committed();
        }
    }

    @Override
    public void committed() {
        super.committed();
        if (span.hasExpiredBuckets()) {
            span.droppedExpired();
            overlay.forgetBefore(WindowLayout.bucketStart(span.firstBucket()));
            if (timelines != null) {
                timelines.expired();
            }
        }
        if (timelines != null) {
            timelines.committed();
        }
    }

    @Override
    public void restored() {
        super.restored();
        if (timelines != null) {
            timelines.forget();
        }
    }

    // ---- many windows ----

    @Override
    public WindowCursor scan(WindowRange range) {
        return span.scan(overlay::scan, range, !keyOrdered());
    }

    @Override
    public WindowCursor scanCommitted(WindowRange range) {
        return span.scan(super::scanCommitted, range, !keyOrdered());
    }

    private boolean keyOrdered() {
        return persistent() && !span.timeOrdered();
    }

    // ---- closing windows ----

    @Override
    public void watchClosing(long fromStartMs) {
        ClosingQueue queue = new ClosingQueue(keyOrdered(), memory());
        try (WindowCursor cursor = scan(WindowRange.ofKeys(null, null, fromStartMs, Long.MAX_VALUE, false))) {
            while (cursor.next()) {
                queue.add(cursor.startMs(), cursor.place());
            }
        }
        closing = queue;
    }

    @Override
    public void takeClosed(long upToStartMs, ClosedWindowTaker taker) {
        Objects.requireNonNull(closing, "watchClosing comes first").take(upToStartMs, place -> {
            if (ChangelogFormat.windowStart(place) >= earliestStartMs()) {
                take(overlay.find(place, place.length), taker);
            }
        });
    }

    private void take(Entry entry, ClosedWindowTaker taker) {
        Object held = entry.held();
        if (held != null) {
            taker.take(emissionKey(entry), values.read(held), shownTimestamp(entry.timestamp()));
        }
    }

    // ---- emission, changelog, restore ----

    @Override
    protected Object emissionKey(Entry entry) {
        byte[] place = entry.key();
        return new Windowed<>(keys.decode(WindowLayout.key(place)), window(ChangelogFormat.windowStart(place)));
    }

    @Override
    protected byte[] changelogKey(Entry entry) {
        return WindowLayout.changelogKey(entry.key());
    }

    @Override
    protected void restore(byte[] key, byte @Nullable [] value, long timestampMs, Headers recordHeaders) {
        long startMs = ChangelogFormat.windowStart(key);
        span.advanceTo(startMs);
        if (startMs >= span.earliestStartMs()) {
            span.note(startMs);
            restoreAt(layout.ofChangelogKey(key), value, timestampMs, recordHeaders);
        }
    }
}
