package dev.millrace.state.builder;

import dev.millrace.state.facade.window.PlainWindowStore;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.StoreSpec.WindowSpec;
import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a window store of ours.
 *
 * @param keeps what can be kept with a value, if the builder asks for it
 */
record WindowSupplier(String name, boolean persistent, DslStoreFormat keeps, WindowSpec windows)
        implements WindowBytesStoreSupplier {

    private static final long SHORTEST_SEGMENT_MS = 60_000;

    /** @throws IllegalArgumentException if a time is missing, negative, or the retention is shorter than a window */
    static WindowSupplier of(
            @Nullable String name,
            boolean persistent,
            DslStoreFormat keeps,
            @Nullable Duration retention,
            @Nullable Duration size,
            boolean retainDuplicates) {
        Objects.requireNonNull(name, "name cannot be null");
        long retentionMs = Periods.millis("Window store " + name, "retentionPeriod", retention);
        long sizeMs = Periods.millis("Window store " + name, "windowSize", size);
        if (retentionMs < sizeMs) {
            throw new IllegalArgumentException("Window store " + name
                    + " must retain windows for at least their size: size " + size + ", retention " + retention);
        }
        return new WindowSupplier(
                name, persistent, keeps, new WindowSpec(retentionMs, sizeMs, retainDuplicates, false));
    }

    /** The same, but windows are shown by their start. */
    WindowSupplier inTimeOrder() {
        WindowSpec ordered = new WindowSpec(windows.retentionMs(), windows.sizeMs(), windows.retainDuplicates(), true);
        return new WindowSupplier(name, persistent, keeps, ordered);
    }

    /** A store of bytes on its own, for suppliers that build on this one. */
    @Override
    public WindowStore<Bytes, byte[]> get() {
        return new PlainWindowStore<>(
                new StoreSpec(name, persistent, false, false, false, Serdes.Bytes(), Serdes.ByteArray(), windows),
                null);
    }

    @Override
    public String metricsScope() {
        return persistent ? "rocksdb-window" : "in-memory-window";
    }

    @Override
    public long segmentIntervalMs() {
        return persistent ? Math.max(windows.retentionMs() / 2, SHORTEST_SEGMENT_MS) : 1;
    }

    @Override
    public long windowSize() {
        return windows.sizeMs();
    }

    @Override
    public boolean retainDuplicates() {
        return windows.retainDuplicates();
    }

    @Override
    public long retentionPeriod() {
        return windows.retentionMs();
    }
}
