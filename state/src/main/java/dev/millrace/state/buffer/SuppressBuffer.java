package dev.millrace.state.buffer;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.EmissionListener;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.SuppressState;
import dev.millrace.state.changelog.BufferFormat;
import dev.millrace.state.changelog.BufferedBytes;
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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The buffer of a suppression: on the heap alone, with a changelog to bring it back.
 *
 * <p>An {@link Overlay} over nothing finds the update of a key and knows what the next commit has to log; all of it is
 * resident. The order is a map from times to heaps of updates, because many updates share a time: that of the end of their
 * window. It is made from the overlay when it is first needed, so that a restore only has to keep the last update per key.
 */
public final class SuppressBuffer implements TaskStore, SuppressState {
    private static final byte[] EVERYTHING = new byte[0];

    private final StoreSpec spec;
    private final boolean measured;
    private final RecordOrigin origin;
    private final KeyCodec keys;
    private final ValueCodec values;
    private final Overlay overlay;
    private final TreeMap<Long, PriorityQueue<HeldUpdate>> order = new TreeMap<>();
    private boolean ordered = true;
    private long earliestMs = NOTHING_HELD;
    private long records;
    private long bytes;

    /** @param measured whether bytes are counted, which costs a serialization per value */
    public SuppressBuffer(StoreSpec spec, boolean measured, StoreHost host) {
        OrderedBytes nothing = host.database(spec.name(), false);
        this.spec = spec;
        this.measured = measured;
        this.origin = host.origin();
        this.keys = KeyCodec.of(spec, host);
        this.values = ValueCodec.of(spec, false, host);
        this.overlay = new Overlay(nothing, new Weights(values), host.memory(), from -> from);
        overlay.residentFrom(EVERYTHING);
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    // ---- holding back ----

    @Override
    public void hold(
            long timeMs,
            Object key,
            @Nullable Object newValue,
            @Nullable Object oldValue,
            long timestamp,
            Headers headers) {
        order();
        Entry entry = find(key);
        HeldUpdate update = (HeldUpdate) entry.held();
        Object replaced = held(oldValue);
        if (update == null) {
            update = new HeldUpdate(entry, timeMs, replaced, headers);
            enqueue(update);
        }
        update.oldValue = replaced;
        update.newValue = held(newValue);
        update.cameFrom(origin, timestamp, headers);
        overlay.write(entry, update, timestamp);
        measure(update);
    }

    private Entry find(Object key) {
        byte[] bytesOfKey = keys.encode(key);
        return overlay.find(bytesOfKey, bytesOfKey.length);
    }

    private @Nullable Object held(@Nullable Object value) {
        return value == null ? null : values.hold(value);
    }

    private void enqueue(HeldUpdate update) {
        order.computeIfAbsent(update.timeMs, unseen -> new PriorityQueue<>()).add(update);
        earliestMs = Math.min(earliestMs, update.timeMs);
        records++;
    }

    @Override
    public boolean holds(Object key) {
        return find(key).held() != null;
    }

    @Override
    public @Nullable Object valueSent(Object key) {
        HeldUpdate update = (HeldUpdate) find(key).held();
        return update == null ? null : shown(update.sent);
    }

    private @Nullable Object shown(@Nullable Object held) {
        return held == null ? null : values.read(held);
    }

    // ---- how much ----

    @Override
    public long records() {
        order();
        return records;
    }

    @Override
    public long bytes() {
        order();
        return bytes;
    }

    private void measure(HeldUpdate update) {
        if (measured) {
            bytes -= update.bytes;
            update.bytes = measured(update);
            bytes += update.bytes;
        }
    }

    /** The reference's count: it decides when a buffer is full. */
    private long measured(HeldUpdate update) {
        BufferedBytes held = update.inBytes(values);
        long count = Long.BYTES + update.entry.key().length + 2L * Long.BYTES + Integer.BYTES;
        count += held.topic() == null ? 0 : held.topic().length();
        for (Header header : held.headers()) {
            count += header.key().getBytes(StandardCharsets.UTF_8).length + length(header.value());
        }
        count += length(held.sent()) + length(held.newValue());
        return Arrays.equals(held.sent(), held.oldValue()) ? count : count + length(held.oldValue());
    }

    private static int length(byte @Nullable [] part) {
        return part == null ? 0 : part.length;
    }

    // ---- letting go ----

    @Override
    public long earliestMs() {
        order();
        return earliestMs;
    }

    @Override
    public void release(EmissionListener listener) {
        HeldUpdate update = dequeue();
        overlay.write(update.entry, null, update.timestamp);
        OriginSnapshot from = update.origin();
        OriginSnapshot outer = origin.actFor(from);
        try {
            listener.emit(
                    keys.decode(update.entry.key()),
                    shown(update.newValue),
                    shown(update.oldValue),
                    update.timestamp,
                    from.headers());
        } finally {
            origin.actFor(outer);
        }
    }

    private HeldUpdate dequeue() {
        Map.Entry<Long, PriorityQueue<HeldUpdate>> first = order.firstEntry();
        if (first == null) {
            throw new IllegalStateException("Suppression buffer " + name() + " holds nothing that could be released");
        }
        HeldUpdate update = first.getValue().remove();
        if (first.getValue().isEmpty()) {
            order.remove(first.getKey());
            earliestMs = order.isEmpty() ? NOTHING_HELD : order.firstKey();
        }
        records--;
        bytes -= update.bytes;
        return update;
    }

    // ---- commit ----

    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        if (changelog == null) {
            return;
        }
        for (int i : overlay.unwritten().numbersByKey()) {
            Entry entry = overlay.unwritten().at(i);
            HeldUpdate update = (HeldUpdate) entry.held();
            if (update == null) {
                sink.append(changelog, entry.key(), null, ChangelogSink.NO_TIMESTAMP, null);
            } else {
                byte[] value = BufferFormat.write(update.inBytes(values));
                sink.append(changelog, entry.key(), value, ChangelogSink.NO_TIMESTAMP, BufferFormat.versionHeaders());
            }
        }
    }

    @Override
    public void committed() {
        overlay.written();
    }

    @Override
    public void close() {
        overlay.close();
        order.clear();
    }

    // ---- restore ----

    @Override
    public void restore(
            StateTransaction batch, byte[] key, byte @Nullable [] value, long timestampMs, Headers headers) {
        ordered = false;
        Entry entry = overlay.find(key, key.length);
        if (value == null) {
            overlay.write(entry, null, timestampMs);
            return;
        }
        BufferedBytes restored = BufferFormat.read(value, headers);
        HeldUpdate update = new HeldUpdate(entry, restored.timeMs(), loaded(restored.sent()), restored.headers());
        update.oldValue = loaded(restored.oldValue());
        update.newValue = loaded(restored.newValue());
        update.cameFrom(restored);
        overlay.write(entry, update, restored.timestamp());
    }

    private @Nullable Object loaded(byte @Nullable [] payload) {
        return payload == null ? null : values.held(payload);
    }

    /** What was restored is in the changelog already. */
    @Override
    public void restored() {
        overlay.written();
    }

    private void order() {
        if (ordered) {
            return;
        }
        ordered = true;
        order.clear();
        earliestMs = NOTHING_HELD;
        records = 0;
        bytes = 0;
        try (EntryCursor cursor = overlay.scan(null, null, false)) {
            while (cursor.next()) {
                HeldUpdate update = (HeldUpdate) cursor.held();
                enqueue(update);
                update.bytes = 0;
                measure(update);
            }
        }
        // Nobody will ask for the order of keys again.
        overlay.residentFrom(EVERYTHING);
    }

    /** What an update weighs. Nothing is ever stored, or loaded. */
    private record Weights(ValueCodec values) implements ValueFormat {
        @Override
        public Object load(byte[] stored) {
            throw new IllegalStateException("A suppression buffer has nothing in the database");
        }

        @Override
        public long timestampOf(byte[] stored) {
            return -1;
        }

        @Override
        public int weight(Object held) {
            HeldUpdate update = (HeldUpdate) held;
            return HeldUpdate.OVERHEAD_BYTES
                    + weighed(update.sent)
                    + weighed(update.oldValue)
                    + weighed(update.newValue);
        }

        private int weighed(@Nullable Object value) {
            return value == null ? 0 : values.weight(value);
        }
    }
}
