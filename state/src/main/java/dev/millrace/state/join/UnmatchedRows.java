package dev.millrace.state.join;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.UnmatchedState;
import dev.millrace.state.changelog.UnmatchedFormat;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.KeyCodec;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StorePosition;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.SuppliedContent;
import dev.millrace.state.kind.TaskStore;
import dev.millrace.state.kind.ValueCodec;
import dev.millrace.state.overlay.Entry;
import dev.millrace.state.overlay.EntryCursor;
import dev.millrace.state.overlay.Overlay;
import dev.millrace.state.overlay.RestoredRows;
import dev.millrace.state.overlay.ValueFormat;
import java.util.Arrays;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * The store of what waits for a match in a join of two streams: an {@link Overlay} whose keys begin with the event time, so that
 * its order is the order in which windows close.
 */
public final class UnmatchedRows implements TaskStore, UnmatchedState {
    private final StoreSpec spec;
    private final OrderedBytes database;
    private final RecordOrigin origin;
    private final KeyCodec keys;
    private final ValueCodec leftValues;
    private final ValueCodec rightValues;
    private final StorePosition position;
    private final Overlay overlay;
    private final RestoredRows restoredRows = new RestoredRows();
    private long observedMs = -1;
    private long markMs;

    /** Nothing that waits has an earlier time. What was taken out stays in the overlay until the commit, and need not be walked over. */
    private long earliestMs;

    /** @param rightSerde null for the configured default; that of the left values is in the {@code spec} */
    public UnmatchedRows(StoreSpec spec, @Nullable Serde<?> rightSerde, StoreHost host) {
        this.spec = spec;
        this.database = host.database(spec.name(), spec.persistent());
        this.origin = host.origin();
        this.position = new StorePosition(origin);
        this.keys = KeyCodec.of(spec, host);
        this.leftValues = ValueCodec.of(spec, false, host);
        this.rightValues = ValueCodec.of(spec, rightSerde, false, host);
        this.overlay = new Overlay(database, new Lists(), host.memory(), from -> null);
        restored();
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public boolean persistent() {
        return spec.persistent();
    }

    @Override
    public StorePosition position() {
        return position;
    }

    private ValueCodec values(boolean left) {
        return left ? leftValues : rightValues;
    }

    // ---- waiting ----

    @Override
    public long observe(long timestamp) {
        observedMs = Math.max(observedMs, timestamp);
        return observedMs;
    }

    @Override
    public void add(boolean left, Object key, Object value, long timestamp) {
        Object held = values(left).hold(value);
        if (held == null) {
            return;
        }
        Entry entry = find(left, key, timestamp);
        Object[] before = (Object[]) entry.held();
        Object[] all = before == null ? new Object[1] : Arrays.copyOf(before, before.length + 1);
        all[all.length - 1] = held;
        write(entry, all);
        markMs = Math.min(markMs, timestamp);
        earliestMs = Math.min(earliestMs, timestamp);
    }

    @Override
    public void remove(boolean left, Object key, long timestamp) {
        Entry entry = find(left, key, timestamp);
        if (entry.held() != null) {
            write(entry, null);
        }
    }

    private void write(Entry entry, Object @Nullable [] all) {
        position.written();
        overlay.write(entry, all, origin.timestamp());
    }

    private Entry find(boolean left, Object key, long timestamp) {
        byte[] place = UnmatchedFormat.place(left, keys.encode(key), timestamp);
        return overlay.find(place, place.length);
    }

    @Override
    public long markMs() {
        return markMs;
    }

    @Override
    public void release(long leftBeforeMs, long rightBeforeMs, Listener listener) {
        boolean leftEnds = false;
        boolean rightEnds = false;
        long remainsMs = Long.MAX_VALUE;
        markMs = Long.MAX_VALUE;
        try (EntryCursor cursor = overlay.scan(UnmatchedFormat.firstPlace(earliestMs), null, false)) {
            while (cursor.next()) {
                byte[] place = cursor.key();
                markMs = UnmatchedFormat.timestamp(place);
                if (leftEnds && rightEnds) {
                    break;
                }
                boolean left = UnmatchedFormat.left(place);
                Object[] all = (Object[]) cursor.held();
                if (markMs < (left ? leftBeforeMs : rightBeforeMs)) {
                    release(place, all, listener);
                    continue;
                }
                remainsMs = Math.min(remainsMs, markMs);
                leftEnds |= left;
                rightEnds |= !left;
                // The reference looks at values one by one: at a second one here, it stops here.
                if (leftEnds && rightEnds && all.length > 1) {
                    break;
                }
            }
        }
        earliestMs = remainsMs;
    }

    private void release(byte[] place, Object[] all, Listener listener) {
        write(overlay.find(place, place.length), null);
        boolean left = UnmatchedFormat.left(place);
        Object key = keys.decode(UnmatchedFormat.key(place));
        for (Object held : all) {
            listener.noMatch(left, key, values(left).read(held), UnmatchedFormat.timestamp(place));
        }
    }

    // ---- for who looks at it ----

    /** What waits, in order; the held form of a value is what {@link #readAll} reads. */
    public EntryCursor scan() {
        return overlay.scan(null, null, false);
    }

    /** The key in a place that {@link #scan} came to. */
    public Object readKey(byte[] place) {
        return keys.decode(UnmatchedFormat.key(place));
    }

    /** The values at a place that {@link #scan} came to. */
    public Object[] readAll(byte[] place, Object held) {
        ValueCodec values = values(UnmatchedFormat.left(place));
        return Arrays.stream((Object[]) held).map(values::read).toArray();
    }

    /** How many places there are, roughly. */
    public long approximateEntries() {
        return overlay.approximateEntries();
    }

    // ---- commit ----

    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        if (database instanceof SuppliedContent supplied) {
            supplied.forget();
        }
        for (int i : overlay.unwritten().numbersByKey()) {
            Entry entry = overlay.unwritten().at(i);
            byte[] written = entry.held() == null ? null : write(entry.key(), (Object[]) entry.held());
            if (changelog != null) {
                sink.append(changelog, entry.key(), written, entry.timestamp(), null);
            }
            SuppliedContent.keep(batch, database, entry.key(), written);
        }
    }

    private byte[] write(byte[] place, Object[] all) {
        boolean left = UnmatchedFormat.left(place);
        byte[][] payloads = new byte[all.length][];
        for (int i = 0; i < all.length; i++) {
            payloads[i] = values(left).payload(all[i]);
        }
        return UnmatchedFormat.write(left, payloads);
    }

    @Override
    public void committing() {
        if (database instanceof SuppliedContent supplied) {
            supplied.write();
        }
    }

    @Override
    public void committed() {
        overlay.written();
    }

    // ---- restore ----

    @Override
    public void restore(
            StateTransaction batch, byte[] key, byte @Nullable [] value, long timestampMs, Headers headers) {
        restoredRows.add(key, value);
    }

    @Override
    public void stageRestored(StateTransaction batch) {
        SuppliedContent.restore(batch, database, restoredRows);
    }

    /** What is in the database may be due at once. */
    @Override
    public void restored() {
        overlay.forgetAll();
        boolean empty;
        try (EntryCursor cursor = overlay.scan(null, null, false)) {
            empty = !cursor.next();
        }
        overlay.residentFrom(empty ? new byte[0] : null);
        markMs = empty ? Long.MAX_VALUE : Long.MIN_VALUE;
        earliestMs = 0;
    }

    @Override
    public void close() {
        overlay.close();
    }

    /** Values of one place: an array of held values. */
    private final class Lists implements ValueFormat {
        @Override
        public Object load(byte[] stored) {
            ValueCodec values = values(UnmatchedFormat.leftValues(stored));
            return Arrays.stream(UnmatchedFormat.read(stored)).map(values::load).toArray();
        }

        @Override
        public long timestampOf(byte[] stored) {
            return -1;
        }

        @Override
        public int weight(Object held) {
            int weight = 0;
            for (Object value : (Object[]) held) {
                weight += leftValues.weight(value);
            }
            return weight;
        }
    }
}
