package dev.millrace.state.window;

import dev.millrace.state.bucket.ListCursor;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.changelog.HeaderFormat;
import dev.millrace.state.database.ByteCursor;
import dev.millrace.state.kind.HeaderUse;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.SuppliedContent;
import dev.millrace.state.window.walk.WindowLayout;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.WindowStore;
import dev.millrace.streams.state.WindowStoreIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Committed content in a window store of bytes that the user supplied, seen in the layout of {@link WindowLayout}.
 *
 * <p>Such a store keeps windows in an order of its own, so what a walk asks for - part of one bucket - is read and sorted when
 * the walk begins. It lets windows expire itself.
 */
public final class SuppliedWindows implements SuppliedContent {
    private final WindowStore<Bytes, byte[]> store;
    private final WindowLayout layout;
    private final boolean headed;
    private final List<KeyValue<byte[], byte @Nullable []>> noted = new ArrayList<>();

    /** @param spec what is kept in it */
    public SuppliedWindows(WindowStore<Bytes, byte[]> store, StoreSpec spec) {
        this.store = store;
        this.layout = new WindowLayout(Objects.requireNonNull(spec.windows()).retentionMs());
        this.headed = spec.headers() == HeaderUse.KEPT;
    }

    @Override
    public byte[] supplied(byte[] stored) {
        return headed ? HeaderFormat.toSupplied(stored) : stored;
    }

    @Override
    public void note(byte[] place, byte @Nullable [] value) {
        noted.add(KeyValue.pair(place, value == null ? null : supplied(value)));
    }

    @Override
    public void write() {
        for (KeyValue<byte[], byte @Nullable []> change : noted) {
            store.put(key(change.key), change.value, ChangelogFormat.windowStart(change.key));
        }
        noted.clear();
    }

    @Override
    public void forget() {
        noted.clear();
    }

    private static Bytes key(byte[] place) {
        return Bytes.wrap(WindowLayout.key(place));
    }

    @Override
    public byte @Nullable [] get(byte[] place) {
        byte[] found = store.fetch(key(place), ChangelogFormat.windowStart(place));
        return found == null ? null : stored(found);
    }

    private byte[] stored(byte[] found) {
        return headed ? HeaderFormat.ofSupplied(found) : found;
    }

    // ---- walks ----

    @Override
    public ByteCursor scan(byte @Nullable [] from, byte @Nullable [] to, boolean descending) {
        List<KeyValue<byte[], byte[]>> found = from == null ? everything() : ofBucket(from, to);
        found.removeIf(entry -> (from != null && Arrays.compareUnsigned(entry.key, from) < 0)
                || (to != null && Arrays.compareUnsigned(entry.key, to) >= 0));
        return ListCursor.sorted(found, descending);
    }

    private List<KeyValue<byte[], byte[]>> everything() {
        return placed(store.all());
    }

    /** All that a walk within one bucket may want: of one key, if it is about one. */
    private List<KeyValue<byte[], byte[]>> ofBucket(byte[] from, byte @Nullable [] to) {
        long firstMs = layout.firstMs(WindowLayout.bucket(from));
        long lastMs = layout.firstMs(WindowLayout.bucket(from) + 1) - 1;
        byte[] one = to == null ? null : WindowLayout.oneKey(from, to);
        if (one == null) {
            return placed(store.fetchAll(Math.max(0, firstMs), Math.max(0, lastMs)));
        }
        List<KeyValue<byte[], byte[]>> found = new ArrayList<>();
        try (WindowStoreIterator<byte[]> windows = store.fetch(Bytes.wrap(one), firstMs, lastMs)) {
            while (windows.hasNext()) {
                KeyValue<Long, byte[]> window = windows.next();
                found.add(KeyValue.pair(layout.of(one, window.key, 0), stored(window.value)));
            }
        }
        return found;
    }

    private List<KeyValue<byte[], byte[]>> placed(KeyValueIterator<Windowed<Bytes>, byte[]> windows) {
        List<KeyValue<byte[], byte[]>> found = new ArrayList<>();
        try (windows) {
            while (windows.hasNext()) {
                KeyValue<Windowed<Bytes>, byte[]> window = windows.next();
                long startMs = window.key.window().start();
                found.add(KeyValue.pair(layout.of(window.key.key().get(), startMs, 0), stored(window.value)));
            }
        }
        return found;
    }

    /** Unknown: a window store does not say. */
    @Override
    public long approximateEntries() {
        return 0;
    }
}
