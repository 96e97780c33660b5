package dev.millrace.state.builder;

import dev.millrace.state.facade.keyvalue.VersionedBytes;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.spi.Milliseconds;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.VersionedBytesStoreSupplier;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Asks for a versioned store of ours. */
record VersionedSupplier(String name, long historyRetentionMs) implements VersionedBytesStoreSupplier {

    /** A supplier; fails if a time is missing, negative or too long. */
    static VersionedSupplier of(@Nullable String name, @Nullable Duration historyRetention) {
        Objects.requireNonNull(name, "name cannot be null");
        long retentionMs = Milliseconds.of(historyRetention, "historyRetention");
        if (retentionMs < 0) {
            throw new IllegalArgumentException(
                    "The historyRetention of store " + name + " cannot be negative: " + historyRetention);
        }
        return new VersionedSupplier(name, retentionMs);
    }

    /** The same; how much of the past is dropped at a time is checked, but it is for the store to decide. */
    static VersionedSupplier of(
            @Nullable String name, @Nullable Duration historyRetention, @Nullable Duration segmentInterval) {
        if (Milliseconds.of(segmentInterval, "segmentInterval") < 1) {
            throw new IllegalArgumentException(
                    "The segmentInterval of store " + name + " must be at least a millisecond: " + segmentInterval);
        }
        return of(name, historyRetention);
    }

    /** A store of bytes on its own, for suppliers that build on this one. */
    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return new VersionedBytes(
                new StoreSpec(name, true, false, false, false, Serdes.Bytes(), Serdes.ByteArray(), null),
                historyRetentionMs);
    }

    @Override
    public String metricsScope() {
        return "rocksdb";
    }
}
