package dev.millrace.state.window;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.ClosedWindowTaker;
import dev.millrace.state.EmissionListener;
import dev.millrace.state.Slot;
import dev.millrace.state.WindowSeries;
import dev.millrace.state.WindowState;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.kind.HeaderUse;
import dev.millrace.state.kind.LoggedHeaders;
import dev.millrace.state.kind.OwnStore;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.ValueCodec;
import dev.millrace.state.overlay.MemoryAccount;
import dev.millrace.state.window.walk.WindowCursor;
import dev.millrace.state.window.walk.WindowLayout;
import dev.millrace.state.window.walk.WindowRange;
import dev.millrace.state.window.walk.WindowSpan;
import dev.millrace.streams.kstream.TimeWindow;
import dev.millrace.streams.kstream.Windowed;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A window store: one value by key and window start, as long as {@link WindowSpan} says. Writes to windows that are gone are ignored.
 *
 * <p>Here is what all of them share: windows are read and written in {@link WindowMemory}, updates may be emitted later, and a commit
 * takes what is dirty to the changelog. Where the rest is, is up to {@link DatabaseWindows} and {@link MemoryWindows}.
 */
abstract sealed class Windows extends OwnStore implements WindowState, WindowContent
        permits DatabaseWindows, MemoryWindows {
    private static final int TOUCHED_TOGETHER = 64;

    private final MemoryAccount account;
    private final boolean caching;
    final WindowSpan span;
    final WindowMemory memory;
    private final WindowSlot slot = new WindowSlot(this);
    private final KeySeries series;
    private final @Nullable LoggedHeaders<NotedWindow> headers;
    private @Nullable ClosingQueue closing;
    private @Nullable WindowUpdates cached;
    private @Nullable EmissionListener listener;
    private boolean oldValues;

    /**
     * A store over what a database has.
     *
     * @param accountOfRows what the windows in memory are charged to; updates that wait are charged to the host's account
     */
    Windows(StoreSpec spec, StoreHost host, OrderedBytes database, MemoryAccount accountOfRows) {
        super(spec, host);
        this.account = host.memory();
        this.caching = spec.caching() && account.caches();
        this.span = new WindowSpan(Objects.requireNonNull(spec.windows()));
        span.note(database);
        this.memory = new WindowMemory(database, values, span, accountOfRows);
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
        boolean full = cached != null && cached.add(windows, number, held);
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

    // ---- closing windows ----

    /** Whether windows of several keys come by key first. */
    final boolean keyOrdered() {
        return persistent() && !span.timeOrdered();
    }

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
        noteUpdates();
    }

    /** From now on a caching store knows which updates wait for the next commit. */
    final void noteUpdates() {
        cached = caching ? new WindowUpdates(origin, account, this::weight) : null;
    }

    /** Whether updates that wait for the next commit are known. */
    final boolean notesUpdates() {
        return cached != null;
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
        if (listener == null) {
            return;
        }
        Object held = windows.held(number);
        listener.emit(
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

    @Override
    public void log(TopicPartition changelog, ChangelogSink sink) {
        forEach(memory.dirty(), KeyWindows.DIRTY, (windows, number) -> {
            Object held = windows.held(number);
            byte[] payload = held == null ? null : values.payload(held);
            log(changelog, sink, windows, number, changelogKey(windows, number), payload);
        });
    }

    static byte[] changelogKey(KeyWindows windows, int number) {
        return WindowLayout.changelogKey(windows.key(), windows.startMs(number), 0);
    }

    /** A store that delays emission leaves the deletion of what was not there out of the changelog, as the reference does. */
    final void log(
            TopicPartition changelog,
            ChangelogSink sink,
            KeyWindows windows,
            int number,
            byte[] key,
            byte @Nullable [] payload) {
        boolean stillAbsent = payload == null && windows.is(number, KeyWindows.ABSENT_BEFORE);
        boolean delaysEmission = cached != null && listener != null;
        if (!delaysEmission || !stillAbsent) {
            Headers noted = headers == null ? null : headers.of(new NotedWindow(windows, windows.startMs(number)));
            sink.append(changelog, key, payload, Math.max(0, windows.timestamp(number)), noted);
            windows.unmark(number, KeyWindows.ABSENT_BEFORE);
        }
    }

    /** What is done with a window. */
    @FunctionalInterface
    interface RowAction {
        void take(KeyWindows windows, int number);
    }

    final void forEach(List<KeyWindows> all, int marks, RowAction action) {
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

    /** The headers of what was logged are not needed any more. */
    final void forgetHeaders() {
        if (headers != null) {
            headers.clear();
        }
    }

    @Override
    public void close() {
        memory.close();
    }
}
