package dev.millrace.state.join;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.JoinMatches;
import dev.millrace.state.OrderedBytes;
import dev.millrace.state.Slot;
import dev.millrace.state.StateTransaction;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.join.RowTable.KeyedRow;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.ValueCodec;
import dev.millrace.state.overlay.EntryCursor;
import dev.millrace.state.overlay.RestoredRows;
import dev.millrace.state.window.WindowCursor;
import dev.millrace.state.window.WindowLayout;
import dev.millrace.state.window.WindowRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A window store that keeps values of one key and window start side by side: one side of a join of two streams.
 *
 * <p><b>No overlay.</b> What an {@code Overlay} is good at never happens here: nothing is overwritten, and nobody asks for one
 * value. A join asks for all values of a key in a span of time, a moment ago. So the rows of a key lie together in memory, by
 * time ({@link RowTable}), and a look-up is one hash and a walk over neighbours. The database is written at commit, in the
 * order of keys, and read only for rows that memory has let go: after a restart, when memory was short, or for records that
 * come late.
 *
 * <p><b>How much stays in memory.</b> A persistent store keeps rows near for twice the span that look-ups go back; the
 * retention, with the grace period, may be much longer. A store in memory has no database at all.
 *
 * <p>A value that comes when its window is gone already, and a null, is written to the changelog and nowhere else.
 */
public final class DuplicateWindows extends DuplicateStore {
    private final OrderedBytes database;
    private final WindowLayout layout;
    private final RowTable table;
    private final RowNumbers numbers;
    private final RestoredRows restoredRows = new RestoredRows();
    private final List<KeyedRow> logOnly = new ArrayList<>();
    private final Matches matches = new Matches();
    private long lookBackMs;
    private long sweptToMs = Long.MIN_VALUE;
    private @Nullable Row last;

    public DuplicateWindows(StoreSpec spec, StoreHost host) {
        super(spec, host);
        this.database = host.database(spec.name(), spec.persistent());
        this.layout = span.layout();
        this.table = new RowTable(host.memory(), values::weight);
        this.numbers = RowNumbers.of(spec, database);
        this.lookBackMs = span.retentionMs();
        span.note(database);
        table.clear(databaseEndMs());
    }

    /** From which start on the database has nothing. */
    private long databaseEndMs() {
        return span.empty() ? Long.MIN_VALUE : layout.firstMs(span.nextBucket());
    }

    // ---- writing ----

    @Override
    void add(Object key, @Nullable Object value, long startMs, long timestamp, Headers headers) {
        byte[] bytes = keys.encode(key, headers);
        Object held = value == null ? null : values.hold(value, headers);
        span.advanceTo(startMs);
        Headers logged = headersToLog(headers);
        Row row = new Row(startMs, numbers.next(), timestamp, held, logged);
        last = row;
        if (held == null || startMs < span.earliestStartMs()) {
            logOnly.add(new KeyedRow(bytes, row));
            logOnlyWritten();
            return;
        }
        span.note(startMs);
        position.written();
        table.add(table.obtain(bytes), row);
        if (spec.persistent() && table.shouldForget()) {
            forgetHalf();
        }
    }

    /** What leaves no row moves the position of a store in memory, not of a persistent one: as in the reference. */
    private void logOnlyWritten() {
        if (!spec.persistent()) {
            position.written();
        }
    }

    @Override
    public void lastWaits() {
        if (last != null) {
            last.waits(true);
        }
    }

    // ---- looking up ----

    @Override
    public JoinMatches find(Object key, long fromMs, long toMs) {
        byte[] bytes = keys.encode(key);
        long liveFromMs = Math.max(fromMs, span.earliestStartMs());
        KeyRows rows = liveFromMs >= table.residentFromMs() ? table.get(bytes) : completed(bytes, liveFromMs);
        matches.pointAt(rows, liveFromMs, toMs);
        return matches;
    }

    /** The rows of a key with those of the database from a time on. */
    private KeyRows completed(byte[] key, long fromMs) {
        KeyRows rows = table.obtain(key);
        if (fromMs < rows.completeFromMs) {
            table.addCommitted(rows, stored(key, fromMs, rows.completeFromMs - 1));
            rows.completeFromMs = fromMs;
        }
        return rows;
    }

    private List<Row> stored(byte[] key, long fromMs, long toMs) {
        List<Row> found = new ArrayList<>();
        WindowRange range = WindowRange.ofKey(key, fromMs, toMs, false);
        try (WindowCursor cursor = span.scan(this::scanDatabase, range, false)) {
            while (cursor.next()) {
                int storedNumber = ChangelogFormat.number(cursor.place());
                found.add(new Row(cursor.startMs(), storedNumber, cursor.timestamp(), cursor.held(), null));
                found.get(found.size() - 1).waits(true);
            }
        }
        return found;
    }

    @Override
    public void lookBack(long spanMs) {
        lookBackMs = Math.min(spanMs, span.retentionMs());
    }

    @Override
    public void expect(int count, IntFunction<byte @Nullable []> keysToCome) {
        for (int i = 0; i < count; i++) {
            byte[] key = keysToCome.apply(i);
            if (key != null) {
                table.touch(key);
            }
        }
    }

    @Override
    public Slot latest(Object key, long windowStartMs) {
        Row row = last;
        if (row == null || !spec.persistent() || row.startMs() != windowStartMs || !isLive(row, key)) {
            return nothing();
        }
        Object held = Objects.requireNonNull(row.held());
        return new Found(values.read(held), shownTimestamp(row.timestamp()), values.shownHeaders(held));
    }

    private boolean isLive(Row row, Object key) {
        return row.held() != null && row.startMs() >= span.earliestStartMs() && holds(keys.encode(key), row);
    }

    private boolean holds(byte[] key, Row row) {
        KeyRows rows = table.get(key);
        for (int place = rows == null ? 0 : rows.from(row.startMs()); rows != null && place < rows.end(); place++) {
            if (rows.at(place) == row) {
                return true;
            }
        }
        return false;
    }

    @Override
    public WindowCursor scan(WindowRange range) {
        return span.scan(this::scanAll, range, !spec.persistent());
    }

    private EntryCursor scanDatabase(byte[] from, byte[] to, boolean descending) {
        return new RowCursor(database.scan(from, to, descending), List.of(), values, descending);
    }

    private EntryCursor scanAll(byte[] from, byte[] to, boolean descending) {
        List<KeyedRow> inMemory = spec.persistent() ? table.allDirty() : table.all();
        List<RowCursor.Place> places = RowCursor.between(inMemory, layout, from, to, descending);
        return new RowCursor(database.scan(from, to, descending), places, values, descending);
    }

    /** One walk over neighbours. */
    private final class Matches implements JoinMatches {
        private @Nullable KeyRows rows;
        private int place;
        private long toMs;
        private @Nullable Row row;

        void pointAt(@Nullable KeyRows target, long fromMs, long toTheEndMs) {
            rows = target;
            place = target == null ? 0 : target.from(fromMs);
            toMs = toTheEndMs;
            row = null;
        }

        @Override
        public boolean next() {
            KeyRows all = rows;
            if (all == null || place >= all.end()) {
                return false;
            }
            Row found = all.at(place);
            if (found.startMs() > toMs) {
                rows = null;
                return false;
            }
            row = found;
            place++;
            return true;
        }

        private Row row() {
            return Objects.requireNonNull(row);
        }

        @Override
        public Object value() {
            return values.read(Objects.requireNonNull(row().held()));
        }

        @Override
        public long timestamp() {
            return row().startMs();
        }

        @Override
        public boolean isLast() {
            return row == last;
        }

        @Override
        public boolean stopsWaiting() {
            boolean waited = row().waits();
            row().waits(false);
            return waited;
        }
    }

    // ---- commit ----

    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        if (changelog != null) {
            logOnly.forEach(late -> log(changelog, sink, late.place(layout), late.row()));
        }
        table.forEachDirty((rows, row) -> {
            byte[] place = row.place(rows.key(), layout);
            Object held = Objects.requireNonNull(row.held());
            byte[] payload = values.payload(held);
            if (changelog != null) {
                sink.append(changelog, WindowLayout.changelogKey(place), payload, time(row), row.headers());
            }
            if (spec.persistent()) {
                batch.put(database, place, values.stored(payload, row.timestamp(), ValueCodec.headersIn(held)));
            }
        });
        span.dropExpired(batch, database);
        numbers.stage(batch);
    }

    private void log(TopicPartition changelog, ChangelogSink sink, byte[] place, Row row) {
        Object held = row.held();
        byte[] payload = held == null ? null : values.payload(held);
        sink.append(changelog, WindowLayout.changelogKey(place), payload, time(row), row.headers());
    }

    private static long time(Row row) {
        return Math.max(0, row.timestamp());
    }

    @Override
    public void committed() {
        logOnly.clear();
        table.committed();
        numbers.committed();
        span.droppedExpired();
        sweep();
    }

    /** Lets old rows go, but not at every commit: a sweep looks at every key. */
    private void sweep() {
        long keptFromMs = spec.persistent()
                ? Math.max(span.earliestStartMs(), span.latestStartMs() - 2 * lookBackMs)
                : span.earliestStartMs();
        if (keptFromMs - sweptToMs < lookBackMs / 4 && sweptToMs != Long.MIN_VALUE) {
            return;
        }
        sweptToMs = keptFromMs;
        if (keptFromMs > span.earliestStartMs()) {
            table.forgetBefore(keptFromMs);
        } else {
            table.dropBefore(keptFromMs);
        }
    }

    /** Memory is short: lets the older half go, which is in the database. */
    private void forgetHalf() {
        long fromMs = Math.max(table.residentFromMs(), span.earliestStartMs());
        table.forgetBefore(fromMs + Math.max(1, (span.latestStartMs() - fromMs) / 2));
    }

    // ---- restore ----

    @Override
    public void restore(
            StateTransaction batch, byte[] key, byte @Nullable [] value, long timestampMs, Headers headers) {
        long startMs = ChangelogFormat.windowStart(key);
        numbers.restore(ChangelogFormat.number(key));
        span.advanceTo(startMs);
        if (value == null || startMs < span.earliestStartMs()) {
            return;
        }
        span.note(startMs);
        byte[] place = layout.ofChangelogKey(key);
        byte[] stored = values.stored(value, timestampMs, headers);
        if (spec.persistent()) {
            restoredRows.add(place, stored);
            return;
        }
        Row row = new Row(startMs, ChangelogFormat.number(key), timestampMs, values.load(stored), null);
        row.waits(true);
        table.add(table.obtain(WindowLayout.key(place)), row);
    }

    @Override
    public void stageRestored(StateTransaction batch) {
        restoredRows.drain(batch, database);
        numbers.stage(batch);
    }

    @Override
    public void restored() {
        numbers.committed();
        if (spec.persistent()) {
            table.clear(databaseEndMs());
        } else {
            committed();
        }
    }

    @Override
    public void close() {
        table.clear(Long.MIN_VALUE);
    }
}
