package dev.millrace.state.join;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.JoinMatches;
import dev.millrace.state.Slot;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.window.SuppliedCursor;
import dev.millrace.state.window.walk.WindowCursor;
import dev.millrace.state.window.walk.WindowLayout;
import dev.millrace.state.window.walk.WindowRange;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.state.WindowStore;
import dev.millrace.streams.state.WindowStoreIterator;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A window store that keeps duplicates, in a store of bytes that the user supplied.
 *
 * <p>Writes go through to that store at once: it numbers what lies side by side itself, so nothing of it can be kept back and
 * found again. Only the changelog is written at commit.
 */
public final class SuppliedDuplicates extends DuplicateStore {
    private final WindowStore<Bytes, byte[]> store;
    private final RowNumbers numbers;
    private final List<Row> toLog = new ArrayList<>();
    private long lastStartMs = -1;

    public SuppliedDuplicates(StoreSpec spec, WindowStore<Bytes, byte[]> store, StoreHost host) {
        super(spec, host);
        this.store = store;
        this.numbers = RowNumbers.beside(spec, host);
    }

    // ---- writing ----

    @Override
    void add(Object key, @Nullable Object value, long startMs, long timestamp, Headers headers) {
        byte[] bytes = keys.encode(key, headers);
        Object held = value == null ? null : values.hold(value, headers);
        byte[] payload = held == null ? null : values.payload(held);
        lastStartMs = startMs;
        position.written();
        Headers logged = headersToLog(headers);
        toLog.add(new Row(bytes, startMs, numbers.next(), timestamp, payload, logged));
        store.put(Bytes.wrap(bytes), given(payload, timestamp, headers), startMs);
    }

    private byte @Nullable [] given(byte @Nullable [] payload, long timestamp, Headers headers) {
        return payload == null ? null : values.toSupplied(values.stored(payload, timestamp, headers));
    }

    /** Nobody remembers: whoever is found may wait. */
    @Override
    public void lastWaits() {}

    // ---- looking up ----

    @Override
    public JoinMatches find(Object key, long fromMs, long toMs) {
        List<KeyValue<Long, byte[]>> found = new ArrayList<>();
        try (WindowStoreIterator<byte[]> rows = store.fetch(Bytes.wrap(keys.encode(key)), fromMs, toMs)) {
            rows.forEachRemaining(found::add);
        }
        return new Matches(found);
    }

    @Override
    public void lookBack(long spanMs) {}

    @Override
    public Slot latest(Object key, long windowStartMs) {
        byte[] given = store.fetch(Bytes.wrap(keys.encode(key)), windowStartMs);
        if (given == null) {
            return nothing();
        }
        byte[] stored = values.ofSupplied(given);
        Object held = values.load(stored);
        long timestamp = shownTimestamp(values.timestampOf(stored));
        return new Found(values.read(held), timestamp, values.shownHeaders(held));
    }

    @Override
    public WindowCursor scan(WindowRange range) {
        return SuppliedCursor.over(store, range, span.layout(), values);
    }

    /** A walk over what a look-up found. */
    private final class Matches implements JoinMatches {
        private final List<KeyValue<Long, byte[]>> rows;
        private int next;

        Matches(List<KeyValue<Long, byte[]>> rows) {
            this.rows = rows;
        }

        @Override
        public boolean next() {
            if (next < rows.size()) {
                next++;
                return true;
            }
            return false;
        }

        private KeyValue<Long, byte[]> row() {
            return rows.get(next - 1);
        }

        @Override
        public Object value() {
            return values.read(values.load(values.ofSupplied(row().value)));
        }

        @Override
        public long timestamp() {
            return row().key;
        }

        /** Asked about the key that was added last only. */
        @Override
        public boolean isLast() {
            return timestamp() == lastStartMs && (next == rows.size() || rows.get(next).key > lastStartMs);
        }

        @Override
        public boolean stopsWaiting() {
            return true;
        }
    }

    // ---- commit ----

    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        numbers.stage(batch);
        if (changelog == null) {
            return;
        }
        for (Row row : toLog) {
            sink.append(changelog, row.changelogKey(), row.value(), Math.max(0, row.timestamp()), row.headers());
        }
    }

    @Override
    public void committed() {
        toLog.clear();
        numbers.committed();
    }

    // ---- restore ----

    @Override
    public void restore(
            StateTransaction batch, byte[] key, byte @Nullable [] value, long timestampMs, Headers headers) {
        numbers.restore(ChangelogFormat.number(key));
        byte[] place = span.layout().ofChangelogKey(key);
        store.put(
                Bytes.wrap(WindowLayout.key(place)),
                given(value, timestampMs, headers),
                ChangelogFormat.windowStart(key));
    }

    @Override
    public byte @Nullable [] restoredBelow(byte[] key, byte @Nullable [] value, long timestampMs, Headers headers) {
        numbers.restore(ChangelogFormat.number(key));
        return given(value, timestampMs, headers);
    }

    @Override
    public void stageRestored(StateTransaction batch) {
        numbers.stage(batch);
    }

    @Override
    public void restored() {
        numbers.committed();
    }

    @Override
    public void close() {
        toLog.clear();
    }
}
