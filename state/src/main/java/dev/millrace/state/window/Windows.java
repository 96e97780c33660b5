package dev.millrace.state.window;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.ClosedWindowTaker;
import dev.millrace.state.EmissionListener;
import dev.millrace.state.OrderedBytes;
import dev.millrace.state.Slot;
import dev.millrace.state.StateTransaction;
import dev.millrace.state.WindowSeries;
import dev.millrace.state.WindowState;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.kind.HeaderUse;
import dev.millrace.state.kind.LoggedHeaders;
import dev.millrace.state.kind.OwnStore;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.SuppliedContent;
import dev.millrace.state.kind.ValueCodec;
import dev.millrace.state.overlay.MemoryAccount;
import dev.millrace.state.overlay.RestoredRows;
import dev.millrace.streams.kstream.TimeWindow;
import dev.millrace.streams.kstream.Windowed;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A window store: one value by key and window start, as long as {@link WindowSpan} says.
 *
 * <p>What was written since the last commit, and what is likely to be asked for, is in {@link WindowMemory}; the rest in the
 * database, whose layout is drawn in {@link WindowLayout}. Writes to windows that are gone are ignored.
 */
public final class Windows extends OwnStore implements WindowState, WindowContent {
    private static final int TOUCHED_TOGETHER = 64;

    private final OrderedBytes database;
    private final MemoryAccount account;
    private final boolean caching;
    private final WindowSpan span;
    private final WindowMemory memory;
    private final WindowSlot slot = new WindowSlot(this);
    private final KeySeries series;
    private final @Nullable LoggedHeaders<NotedWindow> headers;
    private final RestoredRows restoredRows = new RestoredRows();
    private @Nullable ClosingQueue closing;
    private @Nullable WindowUpdates cached;
    private @Nullable EmissionListener listener;
    private boolean oldValues;

    public Windows(StoreSpec spec, StoreHost host) {
        super(spec, host);
        this.database = host.database(spec.name(), spec.persistent());
        this.account = host.memory();
        this.caching = spec.caching() && account.caches();
        this.span = new WindowSpan(Objects.requireNonNull(spec.windows()));
        span.note(database);
        this.memory = new WindowMemory(database, values, span, account);
        this.series = new KeySeries(this, memory);
        this.headers = spec.headers() == HeaderUse.NONE ? null : new LoggedHeaders<>();
    }

    @Override
    public TimeWindow window(long startMs) {
        return span.window(startMs);
    }

    // ---- one window ----

    @Override
    public Slot slot(Object key, long windowStartMs) {
        if (windowStartMs < span.earliestStartMs()) {
            return slot.pointAt(null, 0);
        }
        KeyWindows windows = memory.of(keys.encode(key), windowStartMs);
        return slot.pointAt(windows, memory.find(windows, windowStartMs, true));
    }

    @Override
    public Slot latest(Object key, long windowStartMs) {
        return slot(key, windowStartMs);
    }

    @Override
    public void expect(int count, IntFunction<byte @Nullable []> keysToCome) {
        memory.expect(count, keysToCome);
    }

    @Override
    public void write(Slot place, Object key, long windowStartMs, @Nullable Object value, long timestamp) {
        KeyWindows found = ((WindowSlot) place).windows();
        if (found == null) {
            tooLate();
            return;
        }
        KeyWindows windows = memory.again(found, windowStartMs);
        Headers own = values.headersFor(value);
        if (value != null && spec.headers().withValues()) {
            keys.addHeaders(key, own);
        }
        change(windows, memory.find(windows, windowStartMs, true), hold(value, own), timestamp);
    }

    @Override
    public void put(Object key, @Nullable Object value, long windowStartMs, long timestamp) {
        Headers own = values.headersFor(value);
        byte[] bytes = keys.encode(key, own);
        Object held = hold(value, own);
        if (windowStartMs < span.earliestStartMs()) {
            tooLate();
            return;
        }
        KeyWindows windows = memory.of(bytes, windowStartMs);
        boolean mustSeeOverwritten = cached != null || !spec.persistent();
        change(windows, memory.find(windows, windowStartMs, mustSeeOverwritten), held, timestamp);
    }

    /** A write to a window that is gone moves the position of a store in memory, not of a persistent one: as in the reference. */
    private void tooLate() {
        if (!spec.persistent()) {
            position.written();
        }
    }

    private @Nullable Object hold(@Nullable Object value, Headers own) {
        return value == null ? null : values.hold(value, own);
    }

    /** Writes a value to a window that is still there. */
    void write(KeyWindows windows, int number, @Nullable Object value, long timestamp) {
        if (windows.startMs(number) >= span.earliestStartMs()) {
            change(windows, number, hold(value, values.headersFor(value)), timestamp);
        }
    }

    private void change(KeyWindows windows, int number, @Nullable Object held, long timestamp) {
        position.written();
        long startMs = windows.startMs(number);
        span.note(startMs);
        if (closing != null && held != null && !windows.hasValue(number)) {
            closing.add(startMs, span.layout().of(windows.key(), startMs, 0));
        }
        if (headers != null) {
            headers.note(new NotedWindow(windows, startMs), headersToLog(held));
        }
        boolean full = cached != null && cached.add(windows, number, weight(windows, held));
        memory.write(windows, number, held, timestamp);
        if (full) {
            emitCached();
        }
    }

    private Headers headersToLog(@Nullable Object held) {
        return held != null && spec.headers().withValues() ? ValueCodec.headersIn(held) : origin.headers();
    }

    /** What headers were noted for. */
    private record NotedWindow(KeyWindows windows, long startMs) {}

    private int weight(KeyWindows windows, @Nullable Object held) {
        return WindowLayout.length(windows.key()) + (held == null ? 0 : values.weight(held));
    }

    // ---- the windows of a key around a time ----

    @Override
    public WindowSeries series(Object key, long fromStartMs, long toStartMs) {
        KeyWindows windows = memory.of(keys.encode(key), fromStartMs);
        return series.pointAt(windows, memory.latestBefore(windows, fromStartMs), toStartMs);
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

    // ---- many windows ----

    @Override
    public WindowCursor scan(WindowRange range) {
        return span.scan(memory::scan, range, !keyOrdered());
    }

    /** What waits in the cache is left out. Where nobody hears of updates, that is what the database has. */
    @Override
    public WindowCursor scanCommitted(WindowRange range) {
        return span.scan(cached == null ? memory::scanWritten : memory::scanEmitted, range, !keyOrdered());
    }

    private boolean keyOrdered() {
        return persistent() && !span.timeOrdered();
    }

    // ---- closing windows ----

    @Override
    public void watchClosing(long fromStartMs) {
        ClosingQueue queue = new ClosingQueue(keyOrdered(), account);
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
            long startMs = ChangelogFormat.windowStart(place);
            if (startMs >= earliestStartMs()) {
                KeyWindows windows = memory.of(WindowLayout.key(place), startMs);
                take(windows, memory.find(windows, startMs, true), taker);
            }
        });
    }

    private void take(KeyWindows windows, int number, ClosedWindowTaker taker) {
        Object held = windows.held(number);
        if (held != null) {
            taker.take(windowed(windows, number), values.read(held), shownTimestamp(windows.timestamp(number)));
        }
    }

    private Windowed<Object> windowed(KeyWindows windows, int number) {
        return new Windowed<>(keys.decode(windows.key()), window(windows.startMs(number)));
    }

    // ---- emission ----

    @Override
    public boolean caching() {
        return caching;
    }

    @Override
    public void onEmission(EmissionListener taker, boolean withOldValues) {
        listener = taker;
        oldValues = withOldValues;
        cached = caching ? new WindowUpdates(origin, account) : null;
    }

    @Override
    public boolean hasCached() {
        return cached != null && cached.dueForEmission();
    }

    @Override
    public void emitCached() {
        if (cached != null) {
            cached.emitAll(this::emit);
        }
    }

    private void emit(KeyWindows windows, int number, @Nullable Object heldBefore, Headers ofWriter) {
        Object held = windows.held(number);
        Objects.requireNonNull(listener)
                .emit(
                        windowed(windows, number),
                        held == null ? null : values.read(held),
                        oldValues && heldBefore != null ? values.read(heldBefore) : null,
                        windows.timestamp(number),
                        ofWriter);
    }

    // ---- commit ----

    @Override
    public boolean changed() {
        return !memory.dirty().isEmpty();
    }

    /** Not if others see the database, nor if order counts. */
    @Override
    public boolean canWriteLater() {
        return !(database instanceof SuppliedContent) && caching == (cached != null);
    }

    @Override
    public void log(TopicPartition changelog, ChangelogSink sink) {
        forEach(memory.dirty(), KeyWindows.DIRTY, (windows, number) -> {
            Object held = windows.held(number);
            byte[] payload = held == null ? null : values.payload(held);
            log(changelog, sink, windows, number, changelogKey(windows, number), payload);
        });
    }

    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        if (database instanceof SuppliedContent supplied) {
            supplied.forget();
        }
        forEach(memory.unwritten(), KeyWindows.UNWRITTEN, (windows, number) -> {
            Object held = windows.held(number);
            byte[] payload = held == null ? null : values.payload(held);
            byte[] key = changelogKey(windows, number);
            if (changelog != null && windows.is(number, KeyWindows.DIRTY)) {
                log(changelog, sink, windows, number, key, payload);
            }
            stage(batch, windows.startMs(number), key, stored(payload, held, windows.timestamp(number)));
        });
        span.dropExpired(batch, database);
    }

    private static byte[] changelogKey(KeyWindows windows, int number) {
        return WindowLayout.changelogKey(windows.key(), windows.startMs(number), 0);
    }

    private byte @Nullable [] stored(byte @Nullable [] payload, @Nullable Object held, long timestamp) {
        return payload == null || held == null ? null : values.stored(payload, timestamp, ValueCodec.headersIn(held));
    }

    private void stage(StateTransaction batch, long startMs, byte[] key, byte @Nullable [] stored) {
        if (stored == null || database instanceof SuppliedContent) {
            SuppliedContent.keep(batch, database, span.layout().ofChangelogKey(key), stored);
        } else {
            batch.putUnordered(database, span.layout().bucketOf(startMs), key, stored);
        }
    }

    /** A store that delays emission leaves the deletion of what was not there out of the changelog, as the reference does. */
    private void log(
            TopicPartition changelog,
            ChangelogSink sink,
            KeyWindows windows,
            int number,
            byte[] key,
            byte @Nullable [] payload) {
        boolean stillAbsent = payload == null && windows.is(number, KeyWindows.ABSENT_BEFORE);
        if (cached == null || !stillAbsent) {
            Headers noted = headers == null ? null : headers.of(new NotedWindow(windows, windows.startMs(number)));
            sink.append(changelog, key, payload, Math.max(0, windows.timestamp(number)), noted);
            windows.unmark(number, KeyWindows.ABSENT_BEFORE);
        }
    }

    /** What is done with a window. */
    @FunctionalInterface
    private interface RowAction {
        void take(KeyWindows windows, int number);
    }

    private void forEach(List<KeyWindows> all, int marks, RowAction action) {
        for (int place = 0; place < all.size(); place++) {
            if (place % TOUCHED_TOGETHER == 0) {
                memory.touch(all.subList(place, Math.min(all.size(), place + TOUCHED_TOGETHER)));
            }
            KeyWindows windows = all.get(place);
            for (int number = windows.first(); number < windows.end(); number++) {
                if (windows.is(number, marks)) {
                    action.take(windows, number);
                }
            }
        }
    }

    @Override
    public void committing() {
        if (database instanceof SuppliedContent supplied) {
            supplied.write();
        }
    }

    @Override
    public void logged() {
        memory.logged();
        forgetHeaders();
    }

    @Override
    public void committed() {
        memory.written();
        forgetHeaders();
        if (span.hasExpiredBuckets()) {
            span.droppedExpired();
            memory.expire(span.layout().firstMs(span.firstBucket()));
        }
    }

    private void forgetHeaders() {
        if (headers != null) {
            headers.clear();
        }
    }

    // ---- restore ----

    @Override
    public void restore(
            StateTransaction batch, byte[] key, byte @Nullable [] value, long timestampMs, Headers recordHeaders) {
        long startMs = ChangelogFormat.windowStart(key);
        span.advanceTo(startMs);
        if (startMs >= span.earliestStartMs()) {
            span.note(startMs);
            byte[] stored = value == null ? null : values.stored(value, timestampMs, recordHeaders);
            restoredRows.add(span.layout().ofChangelogKey(key), stored);
        }
    }

    @Override
    public void stageRestored(StateTransaction batch) {
        SuppliedContent.restore(batch, database, restoredRows);
    }

    @Override
    public void restoredSome() {
        memory.clear();
    }

    @Override
    public void restored() {
        span.note(database);
        memory.clear();
    }

    @Override
    public void close() {
        memory.close();
    }
}
