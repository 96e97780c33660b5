package dev.millrace.state.builder;

import dev.millrace.state.facade.PlainKeyValueStore;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueStore;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Asks for a key-value store of ours. */
record KeyValueSupplier(String name, boolean persistent, boolean keepsTimestamps, int maxEntries)
        implements KeyValueBytesStoreSupplier {

    KeyValueSupplier {
        Objects.requireNonNull(name, "name cannot be null");
        if (maxEntries < 0) {
            throw new IllegalArgumentException(
                    "The maxCacheSize of store " + name + " cannot be negative: " + maxEntries);
        }
    }

    KeyValueSupplier(String name, boolean persistent, boolean keepsTimestamps) {
        this(name, persistent, keepsTimestamps, StoreSpec.NO_LIMIT);
    }

    /** A store of bytes on its own, for suppliers that build on this one. */
    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return new PlainKeyValueStore<>(
                new StoreSpec(
                        name,
                        persistent,
                        false,
                        false,
                        false,
                        Serdes.Bytes(),
                        Serdes.ByteArray(),
                        null,
                        maxEntries,
                        false),
                null);
    }

    @Override
    public String metricsScope() {
        if (persistent) {
            return "rocksdb";
        }
        return maxEntries == StoreSpec.NO_LIMIT ? "in-memory" : "in-memory-lru";
    }
}
