package dev.millrace.state.facade.keyvalue;

import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.QueryConfig;
import dev.millrace.streams.query.QueryResult;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.VersionedBytesStore;
import dev.millrace.streams.state.VersionedRecord;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A versioned store of bytes, for suppliers that build on ours. A version it gives begins with its timestamp. There are no
 * ranges of versions.
 */
public final class VersionedBytes implements VersionedBytesStore {
    private final VersionedStore<Bytes, byte[]> store;

    public VersionedBytes(StoreSpec spec, long retentionMs) {
        this.store = new VersionedStore<>(spec, retentionMs, null);
    }

    private static byte @Nullable [] stamped(@Nullable VersionedRecord<byte[]> version) {
        return version == null ? null : ChangelogFormat.stamp(version.value(), version.timestamp());
    }

    @Override
    public long put(Bytes key, byte @Nullable [] value, long timestamp) {
        return store.put(key, value, timestamp);
    }

    @Override
    public byte @Nullable [] get(Bytes key, long asOfTimestamp) {
        return stamped(store.get(key, asOfTimestamp));
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return stamped(store.get(key));
    }

    @Override
    public byte @Nullable [] delete(Bytes key, long timestamp) {
        return stamped(store.delete(key, timestamp));
    }

    private UnsupportedOperationException refused(String method) {
        return new UnsupportedOperationException("Store " + name() + " is versioned and has no " + method);
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        throw refused("put without a timestamp");
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte @Nullable [] value) {
        throw refused("putIfAbsent");
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        throw refused("putAll");
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        throw refused("delete without a timestamp");
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        throw refused("range");
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw refused("all");
    }

    @Override
    public long approximateNumEntries() {
        throw refused("approximateNumEntries");
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        store.init(context, root);
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        store.commit(changelogOffsets);
    }

    @Override
    public void close() {
        store.close();
    }

    @Override
    public <R> QueryResult<R> query(Query<R> query, PositionBound positionBound, QueryConfig config) {
        return store.query(query, positionBound, config);
    }

    @Override
    public Position getPosition() {
        return store.getPosition();
    }

    @Override
    public boolean persistent() {
        return store.persistent();
    }

    @Override
    public boolean isOpen() {
        return store.isOpen();
    }
}
