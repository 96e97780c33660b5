package dev.millrace.state.builder;

import dev.millrace.streams.state.HeadersBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueStore;
import org.apache.kafka.common.utils.Bytes;

/** Asks for a key-value store of ours that keeps headers, and says so. */
record HeadedKeyValueSupplier(KeyValueSupplier asked) implements KeyValueBytesStoreSupplier, HeadersBytesStoreSupplier {

    /** What a supplier asks for: that of ours which it holds, if it is such a one, or itself. */
    static KeyValueBytesStoreSupplier asked(KeyValueBytesStoreSupplier supplier) {
        return supplier instanceof HeadedKeyValueSupplier headed ? headed.asked : supplier;
    }

    @Override
    public String name() {
        return asked.name();
    }

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return asked.get();
    }

    @Override
    public String metricsScope() {
        return asked.metricsScope();
    }
}
