package dev.millrace.state.buffer;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.EmissionListener;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.state.RecordBufferState;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.changelog.BufferFormat;
import dev.millrace.state.changelog.BufferedBytes;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.database.ByteCursor;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.KeyCodec;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.TaskStore;
import dev.millrace.state.kind.ValueCodec;
import dev.millrace.state.overlay.Entry;
import dev.millrace.state.overlay.EntryCursor;
import dev.millrace.state.overlay.Overlay;
import dev.millrace.state.overlay.ValueFormat;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Records that wait in the task's database: as many as come in a grace period, which may be long.
 *
 * <p>Keys and values are those of the changelog ({@link BufferFormat}), whose keys sort by time: what is due is a range at
 * the front. The time of the first record is known without a look, so nothing is scanned while nothing is due.
 */
public final class RecordBuffer implements TaskStore, RecordBufferState {
    private static final byte[] EVERYTHING = new byte[0];
    private static final int TIME_AT = 1;
    private static final int KEY_AT = TIME_AT + Long.BYTES;
    private static final int NUMBER_BYTES = Integer.BYTES;
    private static final long UNKNOWN = Long.MIN_VALUE;
    private static final long NEVER = Long.MAX_VALUE;

    private final StoreSpec spec;
    private final OrderedBytes database;
    private final RecordOrigin origin;
    private final KeyCodec keys;
    private final ValueCodec values;
    private final Overlay overlay;
    private int number;
    private long earliestMs = UNKNOWN;

    public RecordBuffer(StoreSpec spec, StoreHost host) {
        this.spec = spec;
        this.database = host.database(spec.name(), spec.persistent());
        this.origin = host.origin();
        this.keys = KeyCodec.of(spec, host);
        this.values = ValueCodec.of(spec, false, host);
        this.overlay = new Overlay(database, Format.BYTES, host.memory(), from -> null);
        noteWhetherEmpty();
    }

    private void noteWhetherEmpty() {
        try (ByteCursor cursor = database.scan(null, null, false)) {
            overlay.residentFrom(cursor.next() ? null : EVERYTHING);
        }
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public boolean persistent() {
        return spec.persistent();
    }

    // ---- waiting ----

    @Override
    public void add(Object key, Object value, long timestamp, Headers headers) {
        byte[] payload = HeldUpdate.payload(values, values.hold(value));
        BufferedBytes record = new BufferedBytes(
                timestamp, origin.offset(), origin.topic(), origin.partition(), headers, null, null, payload, 0);
        overlay.write(freePlace(keys.encode(key), timestamp), BufferFormat.write(record), timestamp);
        if (earliestMs != UNKNOWN) {
            earliestMs = Math.min(earliestMs, timestamp);
        }
    }

    /** Numbers begin anew with every life of the task, so one may be taken. */
    private Entry freePlace(byte[] key, long timestamp) {
        byte[] place = new byte[KEY_AT + key.length + NUMBER_BYTES];
        ChangelogFormat.putLong(place, TIME_AT, timestamp);
        System.arraycopy(key, 0, place, KEY_AT, key.length);
        Entry entry;
        do {
            number++;
            ChangelogFormat.putInt(place, KEY_AT + key.length, number);
            entry = overlay.find(place, place.length);
        } while (entry.held() != null);
        return entry;
    }

    @Override
    public void releaseUntil(long dueMs, EmissionListener listener) {
        if (earliestMs > dueMs) {
            return;
        }
        earliestMs = NEVER;
        try (EntryCursor cursor = overlay.scan(null, null, false)) {
            while (cursor.next()) {
                long timestamp = ChangelogFormat.longAt(cursor.key(), TIME_AT);
                if (timestamp > dueMs) {
                    earliestMs = timestamp;
                    return;
                }
                release(cursor.key(), (byte[]) cursor.held(), listener);
            }
        }
    }

    private void release(byte[] place, byte[] held, EmissionListener listener) {
        BufferedBytes record = BufferFormat.read(held);
        overlay.write(overlay.findToOverwrite(place, place.length), null, record.timestamp());
        byte[] key = Arrays.copyOfRange(place, KEY_AT, place.length - NUMBER_BYTES);
        byte[] payload = Objects.requireNonNull(record.newValue(), "a record without a value never waits");
        OriginSnapshot from = new OriginSnapshot(
                record.topic(), record.partition(), record.offset(), record.timestamp(), record.headers());
        OriginSnapshot outer = origin.actFor(from);
        try {
            Object value = values.read(values.held(payload));
            listener.emit(keys.decode(key), value, null, record.timestamp(), record.headers());
        } finally {
            origin.actFor(outer);
        }
    }

    // ---- commit ----

    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        for (int i : overlay.unwritten().numbersByKey()) {
            Entry entry = overlay.unwritten().at(i);
            byte[] value = (byte[]) entry.held();
            if (changelog != null) {
                sink.append(changelog, entry.key(), value, ChangelogSink.NO_TIMESTAMP, null);
            }
            keep(batch, entry.key(), value);
        }
    }

    private void keep(StateTransaction batch, byte[] place, byte @Nullable [] value) {
        if (value == null) {
            batch.delete(database, place);
        } else {
            batch.put(database, place, value);
        }
    }

    @Override
    public void committed() {
        overlay.written();
    }

    @Override
    public void close() {
        overlay.close();
    }

    // ---- restore ----

    @Override
    public void restore(
            StateTransaction batch, byte[] key, byte @Nullable [] value, long timestampMs, Headers headers) {
        keep(batch, key, value);
    }

    @Override
    public void restored() {
        overlay.forgetAll();
        noteWhetherEmpty();
        earliestMs = UNKNOWN;
    }

    /** Bytes are held and stored as they are. */
    private enum Format implements ValueFormat {
        BYTES;

        @Override
        public Object load(byte[] stored) {
            return stored;
        }

        @Override
        public long timestampOf(byte[] stored) {
            return -1;
        }

        @Override
        public int weight(Object held) {
            return ((byte[]) held).length;
        }
    }
}
