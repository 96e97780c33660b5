package dev.millrace.state.kind;

import dev.millrace.state.ByteCursor;
import dev.millrace.state.ChangelogSink;
import dev.millrace.state.ClosedWindowTaker;
import dev.millrace.state.Slot;
import dev.millrace.state.StateTransaction;
import dev.millrace.state.WindowSeries;
import dev.millrace.state.WindowState;
import dev.millrace.state.changelog.ChangelogFormat;
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
 * A window store: values by key and window start, until the start is older than the latest start by the retention.
 *
 * <p>The latest start moves with what is written (and with {@link #advanceTo}). From that moment older windows are gone for
 * readers, and writes to them are ignored; the commit then drops the buckets that hold nothing else. The layout is drawn in
 * {@link WindowLayout}.
 */
public final class Windows extends OverlayStore implements WindowState {
    private static final long NO_BUCKET = Long.MIN_VALUE;

    private final EntrySlot slot = new EntrySlot(this);
    private final WindowLayout layout;
    private final long retentionMs;
    private final long sizeMs;
    private final boolean retainDuplicates;
    private final boolean timeOrdered;
    private @Nullable ClosingQueue closing;
    private @Nullable Timelines timelines;
    private byte[] scratch = new byte[64];
    private byte @Nullable [] lastKey;
    private @Nullable Entry lastFound;

    private long latestStartMs = -1;
    private long firstBucket = Long.MAX_VALUE;
    private long lastBucket = NO_BUCKET;
    private int number;

    public Windows(StoreSpec spec, StoreHost host) {
        // Values side by side have nothing to de-duplicate.
        super(spec.windows() != null && spec.windows().retainDuplicates() ? spec.withoutCaching() : spec, host);
        StoreSpec.WindowSpec windows = Objects.requireNonNull(spec.windows());
        this.retentionMs = windows.retentionMs();
        this.sizeMs = windows.sizeMs();
        this.retainDuplicates = windows.retainDuplicates();
        this.timeOrdered = windows.timeOrdered();
        this.layout = new WindowLayout(retentionMs);
        overlay.residentFrom(firstResident());
    }

    /** The first bucket that is new to the database. */
    @Override
    byte @Nullable [] firstResident() {
        noteBuckets(false);
        noteBuckets(true);
        return WindowLayout.bucketStart(lastBucket == NO_BUCKET ? 0 : lastBucket + 1);
    }

    @Override
    byte @Nullable [] retreat(byte @Nullable [] from) {
        if (from == null || firstBucket > lastBucket) {
            return null;
        }
        return WindowLayout.bucketStart(Math.max(WindowLayout.bucket(from), firstBucket) + 1);
    }

    private void noteBuckets(boolean descending) {
        try (ByteCursor cursor = database.scan(null, null, descending)) {
            if (cursor.next()) {
                noteBucket(WindowLayout.bucket(cursor.key()));
            }
        }
    }

    private void noteBucket(long bucket) {
        firstBucket = Math.min(firstBucket, bucket);
        lastBucket = Math.max(lastBucket, bucket);
    }

    /** The window that starts at a time. */
    public TimeWindow window(long startMs) {
        long endMs = startMs + sizeMs;
        return new TimeWindow(startMs, endMs < 0 ? Long.MAX_VALUE : endMs);
    }

    // ---- one window ----

    @Override
    public Slot slot(Object key, long windowStartMs) {
        return slot.pointAt(find(keys.encode(key), windowStartMs, 0, true));
    }

    @Override
    public void expect(int count, IntFunction<byte @Nullable []> keysToCome, IntToLongFunction startsMs) {
        for (int i = 0; i < count; i++) {
            byte[] key = keysToCome.apply(i);
            if (key != null) {
                overlay.touch(scratch, fill(key, startsMs.applyAsLong(i), 0));
            }
        }
    }

    /** The value written last to a window whose values are kept side by side, if that was the last write of all. */
    public Slot latestDuplicate(Object key, long windowStartMs) {
        byte[] bytes = keys.encode(key);
        return slot.pointAt(persistent() ? find(bytes, windowStartMs, number, true) : null);
    }

    public boolean retainsDuplicates() {
        return retainDuplicates;
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

    /** Writes a value without a look at the one before; beside it, if the store retains duplicates. */
    public void put(Object key, @Nullable Object value, long windowStartMs, long timestamp) {
        Headers own = headersOf(value);
        byte[] bytes = keys.encode(key, own);
        Object held = hold(value, own);
        if (retainDuplicates) {
            number = (number + 1) & Integer.MAX_VALUE;
        }
        Entry entry = find(bytes, windowStartMs, number, mustSeeOverwritten() && !retainDuplicates);
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
        advanceTo(windowStartMs);
        noteBucket(layout.bucketOf(windowStartMs));
        if (closing != null && entry.held() == null && held != null) {
            closing.add(windowStartMs, entry.key());
        }
        write(entry, held, timestamp);
    }

    /** Null if the window is gone. */
    private @Nullable Entry find(byte[] key, long windowStartMs, int duplicate, boolean load) {
        if (windowStartMs < earliestStartMs()) {
            return null;
        }
        int length = fill(key, windowStartMs, duplicate);
        return load ? load(key, length) : overlay.findToOverwrite(scratch, length);
    }

    /** Writes a whole key into the scratch buffer; returns its length. */
    private int fill(byte[] key, long windowStartMs, int duplicate) {
        int length = WindowLayout.length(key);
        if (scratch.length <= length) {
            scratch = new byte[length * 2];
        }
        layout.put(scratch, key, windowStartMs, duplicate);
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
            all = new Timelines(this);
            timelines = all;
        }
        return all;
    }

    /** No window of the store starts later; -1 if there is none. */
    long lastStartMs() {
        return lastBucket == NO_BUCKET ? -1 : layout.latestStart(lastBucket, Long.MAX_VALUE);
    }

    /** The entry of a window; not loaded if it is known not to be in the database. */
    Entry entry(byte[] key, long startMs, boolean load) {
        int length = fill(key, startMs, 0);
        return load ? overlay.find(scratch, length) : overlay.findToOverwrite(scratch, length);
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
        latestStartMs = Math.max(latestStartMs, observedStreamTimeMs);
    }

    /** The oldest start that is still there. */
    long earliestStartMs() {
        return latestStartMs - retentionMs + (timeOrdered ? 0 : 1);
    }

    @Override
    public boolean dirty() {
        return super.dirty() || hasExpiredBuckets();
    }

    private boolean hasExpiredBuckets() {
        return firstBucket < layout.bucketOf(earliestStartMs());
    }

    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        super.stage(batch, changelog, sink);
        if (hasExpiredBuckets()) {
            batch.deleteRange(
                    database,
                    WindowLayout.bucketStart(firstBucket),
                    WindowLayout.bucketStart(layout.bucketOf(earliestStartMs())));
        }
    }

    @Override
    public void committed() {
        super.committed();
        if (hasExpiredBuckets()) {
            firstBucket = layout.bucketOf(earliestStartMs());
            overlay.forgetBefore(WindowLayout.bucketStart(firstBucket));
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

    /**
     * The windows of a range that are still there. Windows of one key come in the order of their starts; of several keys,
     * in a persistent store, by bucket, then key, then start; in memory by start, then key.
     */
    public WindowCursor scan(WindowRange range) {
        return scan(range, overlay::scan);
    }

    /** As {@link #scan(WindowRange)}, of what was committed last. */
    public WindowCursor scanCommitted(WindowRange range) {
        return scan(range, overlay::scanCommitted);
    }

    private WindowCursor scan(WindowRange range, RowScan rows) {
        WindowRange live = range.notBefore(Math.max(0, earliestStartMs()));
        long low = Math.max(firstBucket, layout.bucketOf(live.fromMs));
        long high = live.empty() ? low - 1 : Math.min(lastBucket, layout.bucketOf(live.toMs));
        byte[] after = range.after;
        if (after != null) {
            low = range.descending ? low : Math.max(low, WindowLayout.bucket(after));
            high = range.descending ? Math.min(high, WindowLayout.bucket(after)) : high;
        }
        return range.descending ? open(rows, live, high, low) : open(rows, live, low, high);
    }

    private WindowCursor open(RowScan rows, WindowRange range, long first, long last) {
        if (keyOrdered() || range.oneKey()) {
            return new KeyOrderCursor(rows, range, layout, first, last);
        }
        WindowRange whole = range.fromTheBeginning();
        return new StartOrderCursor(
                bucket -> new KeyOrderCursor(rows, whole, layout, bucket, bucket), range, first, last);
    }

    private boolean keyOrdered() {
        return persistent() && !timeOrdered;
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
    Object emissionKey(Entry entry) {
        byte[] place = entry.key();
        return new Windowed<>(keys.decode(WindowLayout.key(place)), window(ChangelogFormat.windowStart(place)));
    }

    @Override
    byte[] changelogKey(Entry entry) {
        return WindowLayout.changelogKey(entry.key());
    }

    @Override
    void restore(byte[] key, byte @Nullable [] value, long timestampMs, Headers recordHeaders) {
        long startMs = ChangelogFormat.windowStart(key);
        advanceTo(startMs);
        if (startMs >= earliestStartMs()) {
            noteBucket(layout.bucketOf(startMs));
            restoreAt(layout.ofChangelogKey(key), value, timestampMs, recordHeaders);
        }
    }
}
