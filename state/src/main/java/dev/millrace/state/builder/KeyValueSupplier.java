package dev.millrace.state.builder;

import dev.millrace.state.facade.keyvalue.PlainKeyValueStore;
import dev.millrace.state.kind.HeaderUse;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueStore;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/**
 * Asks for a key-value store of ours.
 *
 * @param keeps what can be kept with a value, if the builder asks for it
 */
record KeyValueSupplier(String name, boolean persistent, DslStoreFormat keeps, int maxEntries)
        implements KeyValueBytesStoreSupplier {

    KeyValueSupplier {
        Objects.requireNonNull(name, "name cannot be null");
        if (maxEntries < 0) {
            throw new IllegalArgumentException(
                    "The maxCacheSize of store " + name + " cannot be negative: " + maxEntries);
        }
    }

    KeyValueSupplier(String name, boolean persistent, DslStoreFormat keeps) {
        this(name, persistent, keeps, StoreSpec.NO_LIMIT);
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
                        HeaderUse.NONE),
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
