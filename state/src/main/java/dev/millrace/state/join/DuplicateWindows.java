package dev.millrace.state.join;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.JoinMatches;
import dev.millrace.state.Slot;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.overlay.EntryCursor;
import dev.millrace.state.overlay.MergedCursor;
import dev.millrace.state.overlay.RestoredRows;
import dev.millrace.state.overlay.RowsBetween;
import dev.millrace.state.window.walk.WindowCursor;
import dev.millrace.state.window.walk.WindowLayout;
import dev.millrace.state.window.walk.WindowRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A window store that keeps values of one key and window start side by side: one side of a join of two streams.
 *
 * <p><b>No overlay.</b> What an {@code Overlay} is good at never happens here: nothing is overwritten, and nobody asks for one
 * value. A join asks for all values of a key in a span of time, a moment ago. So the rows of a key are linked in memory, by
 * time ({@link RowTable}), and a look-up is one hash and a walk over a few rows. They are kept as the bytes that changelog and
 * database get, and read anew for each match: an object per row that lives for the window's time costs more ({@link RowLog}). The
 * database is written at commit, in the order of keys, and read only for rows that memory has let go: after a restart, when memory
 * was short, or for records that come late.
 *
 * <p><b>How much stays in memory.</b> A persistent store keeps rows near for twice the span that look-ups go back; the
 * retention, with the grace period, may be much longer. A store in memory has no database at all.
 *
 * <p>A value that comes when its window is gone already, and a null, is written to the changelog and nowhere else.
 */
public final class DuplicateWindows extends DuplicateStore {
    /** How many rows of a key are fetched near before they are looked up; most keys have few. */
    private static final int ROWS_EXPECTED = 3;

    private final OrderedBytes database;
    private final WindowLayout layout;
    private final RowTable table;
    private final RowNumbers numbers;
    private final RestoredRows restoredRows = new RestoredRows();
    private final List<Row> logOnly = new ArrayList<>();
    private final Map<Integer, Headers> headersByNumber = new HashMap<>();
    private final Matches matches = new Matches();
    private long lookBackMs;
    private long last = RowLog.NOWHERE;

    public DuplicateWindows(StoreSpec spec, StoreHost host) {
        super(spec, host);
        this.database = host.database(spec.name(), spec.persistent());
        this.layout = span.layout();
        this.table = new RowTable(host.memory());
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
        byte[] stored = value == null ? null : values.toStored(value, timestamp, headers);
        int number = numbers.next();
        Headers logged = headersToLog(headers);
        span.advanceTo(startMs);
        if (stored == null || startMs < span.earliestStartMs()) {
            logOnly.add(new Row(bytes, startMs, number, timestamp, stored, logged));
            last = RowLog.NOWHERE;
            if (movesPosition(stored, startMs)) {
                position.written();
            }
            return;
        }
        span.note(startMs);
        position.written();
        if (logged != null) {
            headersByNumber.put(number, logged);
        }
        last = table.add(bytes, stored, startMs, timestamp, number);
        if (table.grown()) {
            letGo();
        }
    }

    /** What leaves no row moves the position of a store in memory; of a persistent one as long as its bucket is there: as in the reference. */
    private boolean movesPosition(byte @Nullable [] stored, long startMs) {
        return !spec.persistent() || (stored != null && span.isInLiveBucket(startMs));
    }

    /** Nobody will ask for the oldest rows any more, or memory is short and they are in the database. */
    private void letGo() {
        long earliestMs = span.earliestStartMs();
        if (!spec.persistent()) {
            table.dropBefore(earliestMs);
            return;
        }
        table.dropBefore(Math.max(earliestMs, span.latestStartMs() - 2 * lookBackMs));
        table.forgetSome();
    }

    @Override
    public void lastWaits() {
        if (last != RowLog.NOWHERE) {
            table.waits(last, true);
        }
    }

    // ---- looking up ----

    @Override
    public JoinMatches find(Object key, long fromMs, long toMs) {
        byte[] bytes = keys.encode(key);
        long liveFromMs = Math.max(fromMs, span.earliestStartMs());
        if (liveFromMs < table.residentFromMs()) {
            complete(bytes, liveFromMs);
        }
        matches.count = table.find(bytes, liveFromMs, toMs);
        matches.next = 0;
        return matches;
    }

    /** Has the rows of a key in memory from a time on. */
    private void complete(byte[] key, long fromMs) {
        if (table.grown()) {
            letGo();
        }
        long completeMs = table.completeFromMs(key);
        if (fromMs < completeMs) {
            table.complete(key, fromMs, committed(key, fromMs, completeMs - 1));
        }
    }

    private List<Row> committed(byte[] key, long fromMs, long toMs) {
        List<Row> found = new ArrayList<>();
        WindowRange range = WindowRange.ofKey(key, fromMs, toMs, false);
        try (WindowCursor cursor = span.scan(this::scanDatabase, range, false)) {
            while (cursor.next()) {
                int number = ChangelogFormat.number(cursor.place());
                byte[] stored = values.toStored(cursor.held(), cursor.timestamp());
                found.add(new Row(key, cursor.startMs(), number, cursor.timestamp(), stored, null));
            }
        }
        return found;
    }

    @Override
    public void lookBack(long spanMs) {
        lookBackMs = Math.min(spanMs, span.retentionMs());
    }

    @Override
    public void expectAdditions(int count, IntFunction<byte @Nullable []> keysToCome) {
        table.touch(count, keysToCome, 1);
    }

    @Override
    public void expectLookUps(int count, IntFunction<byte @Nullable []> keysToCome) {
        table.touch(count, keysToCome, ROWS_EXPECTED);
    }

    @Override
    public Slot latest(Object key, long windowStartMs) {
        RowLog log = table.log();
        if (!spec.persistent() || !log.has(last) || log.startMs(last) != windowStartMs || !isLive(last, key)) {
            return nothing();
        }
        Object held = values.load(log.value(last));
        return new Found(values.read(held), shownTimestamp(log.timestamp(last)), values.shownHeaders(held));
    }

    private boolean isLive(long row, Object key) {
        RowLog log = table.log();
        return log.startMs(row) >= span.earliestStartMs() && log.hasKey(row, keys.encode(key));
    }

    @Override
    public WindowCursor scan(WindowRange range) {
        return span.scan(this::scanAll, range, !spec.persistent());
    }

    private EntryCursor scanDatabase(byte[] from, byte[] to, boolean descending) {
        return MergedCursor.of(database.scan(from, to, descending), values, descending);
    }

    private EntryCursor scanAll(byte[] from, byte[] to, boolean descending) {
        RowsBetween rows = new RowsBetween(from, to);
        for (Row row : spec.persistent() ? table.uncommitted() : table.all()) {
            byte[] stored = row.value();
            rows.add(row.place(layout), stored == null ? null : values.load(stored), row.timestamp());
        }
        return new MergedCursor(database.scan(from, to, descending), rows.sorted(descending), values, descending);
    }

    /** A walk over the rows that the table found. */
    private final class Matches implements JoinMatches {
        private final RowLog.ValueReader<Object> reader = values::readStored;
        private int count;
        private int next;
        private long row;

        @Override
        public boolean next() {
            if (next == count) {
                return false;
            }
            row = table.found(next++);
            return true;
        }

        @Override
        public Object value() {
            return table.log().value(row, reader);
        }

        @Override
        public long timestamp() {
            return table.log().startMs(row);
        }

        @Override
        public boolean isLast() {
            return row == last;
        }

        @Override
        public boolean stopsWaiting() {
            boolean waited = table.waits(row);
            if (waited) {
                table.waits(row, false);
            }
            return waited;
        }
    }

    // ---- commit ----

    /** The order is that in which rows came. */
    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        if (changelog != null) {
            logOnly.forEach(
                    row -> log(changelog, sink, row.changelogKey(), row.value(), row.timestamp(), row.headers()));
        }
        RowLog rows = table.log();
        table.forEachUncommitted(row -> {
            byte[] key = rows.changelogKey(row);
            byte[] stored = rows.value(row);
            if (changelog != null) {
                log(changelog, sink, key, stored, rows.timestamp(row), headersOf(row));
            }
            if (spec.persistent()) {
                batch.putUnordered(database, layout.bucketOf(rows.startMs(row)), key, stored);
            }
        });
        span.dropExpired(batch, database);
        numbers.stage(batch);
    }

    private @Nullable Headers headersOf(long row) {
        return headersByNumber.isEmpty()
                ? null
                : headersByNumber.get(table.log().number(row));
    }

    private void log(
            TopicPartition changelog,
            ChangelogSink sink,
            byte[] key,
            byte @Nullable [] stored,
            long timestamp,
            @Nullable Headers headers) {
        byte[] payload = stored == null ? null : values.payloadOfStored(stored);
        sink.append(changelog, key, payload, Math.max(0, timestamp), headers);
    }

    @Override
    public void committed() {
        logOnly.clear();
        headersByNumber.clear();
        table.committed();
        numbers.committed();
        span.droppedExpired();
        letGo();
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
        long row = table.add(WindowLayout.key(place), stored, startMs, timestampMs, ChangelogFormat.number(key));
        table.waits(row, true);
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
