package dev.millrace.state.facade;

import dev.millrace.state.changelog.UnmatchedFormat;
import dev.millrace.state.join.UnmatchedRows;
import dev.millrace.state.keyvalue.SuppliedBytes;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.overlay.EntryCursor;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a match in a join of two streams, as user code sees it: it can look at everything, in order. All else is the
 * join's own business.
 */
public final class UnmatchedStore extends StoreFacade<UnmatchedRows>
        implements KeyValueStore<UnmatchedStore.WaitingKey, UnmatchedStore.WaitingValue> {
    private final @Nullable Serde<?> rightSerde;
    private final @Nullable KeyValueStore<Bytes, byte[]> supplied;

    /** Since when, on which side, under which key. */
    public record WaitingKey(boolean left, Object key, long timestamp) {
        @Override
        public String toString() {
            return "<" + (left ? "left" : "right") + "," + key + ":" + timestamp + ">";
        }
    }

    /** The value of a side. */
    public record WaitingValue(boolean left, Object value) {
        @Override
        public String toString() {
            return "<" + (left ? "left" : "right") + "," + value + ">";
        }
    }

    /**
     * @param rightSerde null for the configured default
     * @param supplied the user's own store that keeps the content; null if the task's database does
     */
    public UnmatchedStore(
            StoreSpec spec, @Nullable Serde<?> rightSerde, @Nullable KeyValueStore<Bytes, byte[]> supplied) {
        super(spec, supplied);
        this.rightSerde = rightSerde;
        this.supplied = supplied;
    }

    @Override
    protected UnmatchedRows openOn(StoreHost opening) {
        if (supplied == null) {
            return new UnmatchedRows(spec(), rightSerde, opening);
        }
        return new UnmatchedRows(spec(), rightSerde, new SuppliedHost(opening, new SuppliedBytes(supplied, false)));
    }

    @Override
    public KeyValueIterator<WaitingKey, WaitingValue> all() {
        UnmatchedRows store = store();
        return new Waiting(store, store.scan());
    }

    @Override
    public long approximateNumEntries() {
        return store().approximateEntries();
    }

    // ---- not for user code ----

    private UnsupportedOperationException refused() {
        return new UnsupportedOperationException(
                "Store " + name() + " belongs to a join; user code can look at all of it and do nothing else");
    }

    @Override
    public WaitingValue get(WaitingKey key) {
        throw refused();
    }

    @Override
    public KeyValueIterator<WaitingKey, WaitingValue> range(@Nullable WaitingKey from, @Nullable WaitingKey to) {
        throw refused();
    }

    @Override
    public void put(WaitingKey key, @Nullable WaitingValue value) {
        throw refused();
    }

    @Override
    public WaitingValue putIfAbsent(WaitingKey key, WaitingValue value) {
        throw refused();
    }

    @Override
    public void putAll(List<KeyValue<WaitingKey, WaitingValue>> entries) {
        throw refused();
    }

    @Override
    public WaitingValue delete(WaitingKey key) {
        throw refused();
    }

    /** One value after the other, also where several wait at one place. */
    private static final class Waiting extends LookAheadIterator<WaitingKey, WaitingValue> {
        private final UnmatchedRows store;
        private final EntryCursor cursor;
        private byte[] place = new byte[0];
        private Object[] values = {};
        private int next;

        Waiting(UnmatchedRows store, EntryCursor cursor) {
            super(store.name());
            this.store = store;
            this.cursor = cursor;
        }

        @Override
        protected boolean advance() {
            next++;
            if (next < values.length) {
                return true;
            }
            if (!cursor.next()) {
                return false;
            }
            place = cursor.key();
            values = store.readAll(place, cursor.held());
            next = 0;
            return true;
        }

        @Override
        protected WaitingKey currentKey() {
            return new WaitingKey(UnmatchedFormat.left(place), store.readKey(place), UnmatchedFormat.timestamp(place));
        }

        @Override
        protected WaitingValue currentValue() {
            return new WaitingValue(UnmatchedFormat.left(place), values[next]);
        }

        @Override
        protected void closeCursor() {
            cursor.close();
        }
    }
}
