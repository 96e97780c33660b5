package dev.millrace.state.versioned;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.EmissionListener;
import dev.millrace.state.RowCursor;
import dev.millrace.state.Slot;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.KeyCodec;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.ValueCodec;
import dev.millrace.streams.state.VersionedBytesStore;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Versions in a store of bytes that the user supplied.
 *
 * <p>Which version holds when, and which is too old, is for that store to say, and its answers are needed at once. So nothing is
 * held back here: every call goes on to it, and the changelog gets the versions with the commit. Whether it is exactly a committed
 * state after a crash is up to it.
 */
public final class SuppliedVersions implements VersionedContent {
    private final VersionedBytesStore supplied;
    private final StoreSpec spec;
    private final KeyCodec keys;
    private final ValueCodec values;
    private final VersionSlot slot;
    private final VersionLog log = new VersionLog(payload -> (byte[]) payload);

    public SuppliedVersions(VersionedBytesStore supplied, StoreSpec spec, StoreHost host) {
        this.supplied = supplied;
        this.spec = spec;
        this.keys = KeyCodec.of(spec, host);
        this.values = ValueCodec.of(spec, true, host);
        this.slot = new VersionSlot(values);
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public boolean persistent() {
        return spec.persistent();
    }

    // ---- for queries, which the user's store answers ----

    public VersionedBytesStore supplied() {
        return supplied;
    }

    /** A key as the user's store has it. */
    public Bytes key(Object key) {
        return Bytes.wrap(keys.encode(key));
    }

    /** The value whose bytes the user's store has. */
    public Object value(byte[] payload) {
        return values.read(values.held(payload));
    }

    // ---- reading ----

    @Override
    public VersionSlot slot(Object key) {
        return pointAt(supplied.get(key(key)));
    }

    @Override
    public VersionSlot slotAsOf(Object key, long asOfMs) {
        return pointAt(supplied.get(key(key), asOfMs));
    }

    /** A version of the user's store begins with its timestamp, and does not say until when it holds. */
    private VersionSlot pointAt(byte @Nullable [] found) {
        return found == null
                ? slot.pointAtNothing()
                : slot.pointAt(values.load(found), values.timestampOf(found), VersionSlot.STILL_HOLDS);
    }

    @Override
    public RowCursor scanPrefix(byte[] prefix) {
        throw new UnsupportedOperationException("Store " + name() + " is versioned and has no ranges");
    }

    // ---- writing ----

    @Override
    public void write(Slot place, Object key, @Nullable Object value, long timestamp) {
        putVersion(key, value, timestamp);
    }

    @Override
    public void put(Object key, @Nullable Object value, long timestamp) {
        putVersion(key, value, timestamp);
    }

    @Override
    public long putVersion(Object key, @Nullable Object value, long timestamp) {
        Object held = value == null ? null : values.hold(value);
        byte[] payload = held == null ? null : values.payload(held);
        Bytes bytes = key(key);
        long validToMs = supplied.put(bytes, payload, timestamp);
        log.add(bytes.get(), payload, timestamp);
        return validToMs;
    }

    @Override
    public VersionSlot deleteVersion(Object key, long timestamp) {
        Bytes bytes = key(key);
        byte[] deleted = supplied.delete(bytes, timestamp);
        log.add(bytes.get(), null, timestamp);
        return pointAt(deleted);
    }

    // ---- emission: versions are never held back ----

    @Override
    public boolean caching() {
        return false;
    }

    @Override
    public void onEmission(EmissionListener listener, boolean oldValues) {}

    // ---- commit: the user's store has everything already ----

    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        if (changelog != null) {
            log.writeTo(changelog, sink);
        }
    }

    @Override
    public void committed() {
        log.clear();
    }

    // ---- restore ----

    /** No: a callback is not told the times of the versions. */
    @Override
    public boolean letsRestoreBelow() {
        return false;
    }

    @Override
    public void restore(
            StateTransaction batch, byte[] key, byte @Nullable [] value, long timestampMs, Headers headers) {
        supplied.put(Bytes.wrap(key), value, timestampMs);
    }

    @Override
    public void restored() {}

    @Override
    public void close() {}
}
