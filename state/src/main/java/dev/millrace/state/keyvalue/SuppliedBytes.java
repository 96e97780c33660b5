package dev.millrace.state.keyvalue;

import dev.millrace.state.changelog.HeaderFormat;
import dev.millrace.state.database.ByteCursor;
import dev.millrace.state.kind.SuppliedContent;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Committed content in a key-value store of bytes that the user supplied. */
public final class SuppliedBytes implements SuppliedContent {
    private final KeyValueStore<Bytes, byte[]> store;
    private final boolean headed;
    private final List<KeyValue<Bytes, byte @Nullable []>> noted = new ArrayList<>();

    /** @param headed whether values have headers in front of them */
    public SuppliedBytes(KeyValueStore<Bytes, byte[]> store, boolean headed) {
        this.store = store;
        this.headed = headed;
    }

    @Override
    public byte[] supplied(byte[] stored) {
        return headed ? HeaderFormat.toSupplied(stored) : stored;
    }

    @Override
    public void note(byte[] key, byte @Nullable [] value) {
        noted.add(KeyValue.pair(Bytes.wrap(key), value == null ? null : supplied(value)));
    }

    @Override
    public void write() {
        for (KeyValue<Bytes, byte @Nullable []> change : noted) {
            if (change.value == null) {
                store.delete(change.key);
            } else {
                store.put(change.key, change.value);
            }
        }
        noted.clear();
    }

    @Override
    public void forget() {
        noted.clear();
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        byte[] found = store.get(Bytes.wrap(key));
        return found == null ? null : stored(found);
    }

    private byte[] stored(byte[] found) {
        return headed ? HeaderFormat.ofSupplied(found) : found;
    }

    @Override
    public ByteCursor scan(byte @Nullable [] from, byte @Nullable [] to, boolean descending) {
        return new Walk(open(from, to, descending), to);
    }

    private KeyValueIterator<Bytes, byte[]> open(byte @Nullable [] from, byte @Nullable [] to, boolean descending) {
        if (from == null && to == null) {
            return descending ? store.reverseAll() : store.all();
        }
        Bytes first = from == null ? null : Bytes.wrap(from);
        Bytes last = to == null ? null : Bytes.wrap(to);
        return descending ? store.reverseRange(first, last) : store.range(first, last);
    }

    @Override
    public long approximateEntries() {
        return store.approximateNumEntries();
    }

    /** A walk over a range of which the store would give the end too. */
    private final class Walk implements ByteCursor {
        private final KeyValueIterator<Bytes, byte[]> entries;
        private final byte @Nullable [] excluded;
        private @Nullable KeyValue<Bytes, byte[]> current;

        Walk(KeyValueIterator<Bytes, byte[]> entries, byte @Nullable [] excluded) {
            this.entries = entries;
            this.excluded = excluded;
        }

        @Override
        public boolean next() {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> found = entries.next();
                if (excluded == null || !Arrays.equals(found.key.get(), excluded)) {
                    current = found;
                    return true;
                }
            }
            current = null;
            return false;
        }

        @Override
        public byte[] key() {
            return Objects.requireNonNull(current).key.get();
        }

        @Override
        public byte[] value() {
            return stored(Objects.requireNonNull(current).value);
        }

        @Override
        public void close() {
            entries.close();
        }
    }
}
