package dev.millrace.state.keyvalue;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.RowCursor;
import dev.millrace.state.Slot;
import dev.millrace.state.database.ByteCursor;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.EntrySlot;
import dev.millrace.state.kind.OverlayStore;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.overlay.Entry;
import dev.millrace.state.overlay.EntryCursor;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A key-value store: one value per key, in the order of the keys' bytes. */
public final class KeyValues extends OverlayStore implements KeyValueState {
    private final EntrySlot slot = new EntrySlot(this);
    private final @Nullable Recency recency;

    public KeyValues(StoreSpec spec, StoreHost host) {
        super(spec, host);
        this.recency = spec.maxEntries() == StoreSpec.NO_LIMIT
                ? null
                : new Recency(spec.maxEntries(), caching() ? host.memory().cacheLimitBytes() : 0);
        overlay.residentFrom(firstResident());
    }

    @Override
    protected byte @Nullable [] firstResident() {
        try (ByteCursor cursor = database.scan(null, null, false)) {
            return cursor.next() ? null : new byte[0];
        }
    }

    @Override
    protected byte @Nullable [] retreat(byte @Nullable [] from) {
        return null;
    }

    @Override
    public Slot slot(Object key) {
        byte[] bytes = keys.encode(key);
        if (recency != null) {
            recency.used(bytes);
        }
        return slot.pointAt(overlay.find(bytes, bytes.length));
    }

    /** The entry of a key; where updates wait in a cache, it says what downstream knows. */
    public Entry entry(byte[] key) {
        return overlay.find(key, key.length);
    }

    @Override
    public void expect(int count, IntFunction<byte @Nullable []> keysToCome) {
        for (int i = 0; i < count; i++) {
            byte[] key = keysToCome.apply(i);
            if (key != null) {
                overlay.touch(key, key.length);
            }
        }
    }

    @Override
    public void write(Slot place, Object key, @Nullable Object value, long timestamp) {
        Entry entry = Objects.requireNonNull(((EntrySlot) place).entry());
        writeNoted(entry, holdAt(key, value), timestamp);
    }

    @Override
    public void put(Object key, @Nullable Object value, long timestamp) {
        Headers own = headersOf(value);
        byte[] bytes = keys.encode(key, own);
        Object held = hold(value, own);
        Entry entry =
                mustSeeOverwritten() ? overlay.find(bytes, bytes.length) : overlay.findToOverwrite(bytes, bytes.length);
        writeNoted(entry, held, timestamp);
    }

    private void writeNoted(Entry entry, @Nullable Object held, long timestamp) {
        write(entry, held, timestamp);
        if (recency != null) {
            note(recency, entry.key(), held == null ? null : values.weight(held));
            if (!caching()) {
                evict(recency);
            }
        }
    }

    // ---- a limited number of entries ----

    private static void note(Recency recency, byte[] key, @Nullable Integer weight) {
        if (weight == null) {
            recency.deleted(key);
        } else {
            recency.written(key, key.length + weight);
        }
    }

    /** Nobody downstream is told: that a store forgets is no change of the table. */
    private void evict(Recency limited) {
        for (byte[] key = limited.evict(); key != null; key = limited.evict()) {
            Entry entry = overlay.find(key, key.length);
            limited.evicted(entry, entry.isDirty());
            overlay.write(entry, null, origin.timestamp());
        }
    }

    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        if (recency != null && caching()) {
            evict(recency);
        }
        if (recency != null && spec.timestamped() && changelog != null) {
            recency.forEachEvicted(
                    (entry, held, timestamp) -> log(changelog, sink, entry, values.payload(held), timestamp));
        }
        super.stage(batch, changelog, sink);
    }

    /** A store that keeps the keys used last is restored from a changelog that has the key used last at its end. */
    @Override
    protected int[] writeOrder() {
        return recency == null ? super.writeOrder() : recency.order(overlay);
    }

    @Override
    public boolean canWriteLater() {
        return recency == null && super.canWriteLater();
    }

    /**
     * The reference logs what is evicted from a plain store, and not from a timestamped one: there the last value stays in the
     * changelog.
     */
    @Override
    protected boolean logs(Entry entry) {
        return super.logs(entry) && !(recency != null && spec.timestamped() && recency.evicted(entry.key()));
    }

    @Override
    public void committed() {
        super.committed();
        if (recency != null) {
            recency.committed();
        }
    }

    // ---- ranges ----

    /**
     * The entries from one key to another, both included.
     *
     * @param from null for the first
     * @param to null for the last
     */
    public EntryCursor range(byte @Nullable [] from, byte @Nullable [] to, boolean descending) {
        if (from != null && to != null && Arrays.compareUnsigned(from, to) > 0) {
            return overlay.scan(from, from, descending);
        }
        return overlay.scan(from, to == null ? null : Arrays.copyOf(to, to.length + 1), descending);
    }

    /** The entries from one key to another. */
    public EntryCursor scan(byte @Nullable [] fromInclusive, byte @Nullable [] toExclusive, boolean descending) {
        return overlay.scan(fromInclusive, toExclusive, descending);
    }

    @Override
    public RowCursor scanPrefix(byte[] prefix) {
        return new Rows(overlay.scan(prefix, behindPrefix(prefix), false));
    }

    /** Rows with their values decoded. */
    private final class Rows implements RowCursor {
        private final EntryCursor found;

        Rows(EntryCursor found) {
            this.found = found;
        }

        @Override
        public boolean next() {
            return found.next();
        }

        @Override
        public byte[] key() {
            return found.key();
        }

        @Override
        public Object value() {
            return values.read(found.held());
        }

        @Override
        public void close() {
            found.close();
        }
    }

    /** The first key behind all keys with this prefix, null if there is none. */
    public static byte @Nullable [] behindPrefix(byte[] prefix) {
        int last = prefix.length - 1;
        while (last >= 0 && prefix[last] == (byte) 0xff) {
            last--;
        }
        if (last < 0) {
            return null;
        }
        byte[] behind = Arrays.copyOf(prefix, last + 1);
        behind[last]++;
        return behind;
    }

    @Override
    protected Object emissionKey(Entry entry) {
        return keys.decode(entry.key());
    }

    @Override
    protected byte[] changelogKey(Entry entry) {
        return entry.key();
    }

    @Override
    protected void restore(byte[] key, byte @Nullable [] value, long timestampMs, Headers recordHeaders) {
        restoreAt(key, value, timestampMs, recordHeaders);
        if (recency != null) {
            note(recency, key, value == null ? null : value.length);
            for (byte[] gone = recency.evict(); gone != null; gone = recency.evict()) {
                restoreAt(gone, null, timestampMs, recordHeaders);
            }
        }
    }
}
