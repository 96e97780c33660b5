package dev.millrace.conformance.program;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import dev.millrace.streams.query.MultiVersionedKeyQuery;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.QueryConfig;
import dev.millrace.streams.query.QueryResult;
import dev.millrace.streams.query.VersionedKeyQuery;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.VersionedBytesStore;
import dev.millrace.streams.state.VersionedBytesStoreSupplier;
import dev.millrace.streams.state.VersionedRecord;
import dev.millrace.streams.state.VersionedRecordIterator;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;

/** A user's own versioned store, in a map. Notes in the {@link Diary} what it is told to do. */
final class VersionedMap implements VersionedBytesStore {
    private static final long NOT_PUT = Long.MIN_VALUE;
    private static final long LATEST = -1;

    private final Supplier asked;
    private final Map<Bytes, NavigableMap<Long, byte[]>> versions = new HashMap<>();
    private long observedMs = -1;
    private boolean open;
    private boolean written;

    private VersionedMap(Supplier asked) {
        this.asked = asked;
    }

    /**
     * Asks for such a store.
     *
     * @param queried whether it answers queries
     */
    record Supplier(String name, Duration retention, boolean persistent, boolean queried)
            implements VersionedBytesStoreSupplier {

        @Override
        public VersionedMap get() {
            return new VersionedMap(this);
        }

        @Override
        public String metricsScope() {
            return "map";
        }

        @Override
        public long historyRetentionMs() {
            return retention.toMillis();
        }
    }

    // ---- its life ----

    @Override
    public String name() {
        return asked.name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        Diary.note("init " + root.name() + " in " + context.taskId());
        context.register(root, (key, value) -> Diary.note("restore " + text(key)));
        open = true;
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        if (written) {
            Diary.note("commit");
        }
        written = false;
    }

    @Override
    public void close() {
        Diary.note("close");
        open = false;
    }

    @Override
    public boolean persistent() {
        return asked.persistent;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    // ---- versions ----

    @Override
    public long put(Bytes key, byte[] value, long timestamp) {
        Diary.note("put " + text(key.get()) + " " + text(value) + " " + timestamp);
        return write(key, value, timestamp);
    }

    private long write(Bytes key, byte[] value, long timestamp) {
        written = true;
        observedMs = Math.max(observedMs, timestamp);
        if (timestamp < observedMs - asked.historyRetentionMs()) {
            return NOT_PUT;
        }
        NavigableMap<Long, byte[]> ofKey = versions.computeIfAbsent(key, none -> new TreeMap<>());
        ofKey.put(timestamp, value);
        Long next = ofKey.higherKey(timestamp);
        return next == null ? LATEST : next;
    }

    @Override
    public byte[] delete(Bytes key, long timestamp) {
        Diary.note("delete " + text(key.get()) + " " + timestamp);
        byte[] before = find(key, timestamp);
        return write(key, null, timestamp) == NOT_PUT ? null : before;
    }

    @Override
    public byte[] get(Bytes key) {
        return find(key, Long.MAX_VALUE);
    }

    @Override
    public byte[] get(Bytes key, long asOfTimestamp) {
        return find(key, asOfTimestamp);
    }

    private byte[] find(Bytes key, long timestamp) {
        NavigableMap<Long, byte[]> ofKey = versions.getOrDefault(key, new TreeMap<>());
        Map.Entry<Long, byte[]> found = ofKey.floorEntry(timestamp);
        if (found == null || found.getValue() == null) {
            return null;
        }
        byte[] value = found.getValue();
        return ByteBuffer.allocate(Long.BYTES + value.length)
                .putLong(found.getKey())
                .put(value)
                .array();
    }

    // ---- queries ----

    @Override
    public Position getPosition() {
        return Position.emptyPosition().withComponent("of " + name(), 3, 7L);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        Diary.note("query " + query.getClass().getSimpleName() + " " + config.isCollectExecutionInfo());
        QueryResult<R> answer = QueryResult.forUnknownQueryType(query, this);
        if (asked.queried && query instanceof VersionedKeyQuery<?, ?> one) {
            answer = (QueryResult<R>) QueryResult.forResult(
                    version((Bytes) one.key(), one.asOfTimestamp().orElse(Instant.ofEpochMilli(Long.MAX_VALUE))));
        } else if (asked.queried && query instanceof MultiVersionedKeyQuery<?, ?> several) {
            answer = (QueryResult<R>) QueryResult.forResult(new Versions(all((Bytes) several.key())));
        }
        if (config.isCollectExecutionInfo()) {
            answer.addExecutionInfo("asked a map");
        }
        answer.setPosition(getPosition());
        return answer;
    }

    private VersionedRecord<byte[]> version(Bytes key, Instant asOf) {
        byte[] found = find(key, asOf.toEpochMilli());
        return found == null
                ? null
                : new VersionedRecord<>(rest(found), ByteBuffer.wrap(found).getLong(), 1L << 60);
    }

    private static byte[] rest(byte[] stamped) {
        byte[] value = new byte[stamped.length - Long.BYTES];
        System.arraycopy(stamped, Long.BYTES, value, 0, value.length);
        return value;
    }

    private List<VersionedRecord<byte[]>> all(Bytes key) {
        List<VersionedRecord<byte[]>> all = new ArrayList<>();
        versions.getOrDefault(key, new TreeMap<>()).forEach((timestamp, value) -> {
            if (value != null) {
                all.add(new VersionedRecord<>(value, timestamp));
            }
        });
        return all;
    }

    /** An answer of several versions. */
    private static final class Versions implements VersionedRecordIterator<byte[]> {
        private final Iterator<VersionedRecord<byte[]>> versions;

        Versions(List<VersionedRecord<byte[]>> versions) {
            this.versions = versions.iterator();
        }

        @Override
        public boolean hasNext() {
            return versions.hasNext();
        }

        @Override
        public VersionedRecord<byte[]> next() {
            return versions.next();
        }

        @Override
        public void close() {
            Diary.note("closed an answer");
        }
    }

    // ---- what no versioned store has ----

    private UnsupportedOperationException refused() {
        return new UnsupportedOperationException("Store " + name() + " is versioned");
    }

    @Override
    public void put(Bytes key, byte[] value) {
        throw refused();
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        throw refused();
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        throw refused();
    }

    @Override
    public byte[] delete(Bytes key) {
        throw refused();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        throw refused();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw refused();
    }

    @Override
    public long approximateNumEntries() {
        throw refused();
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
    }
}
