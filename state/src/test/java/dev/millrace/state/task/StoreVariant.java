package dev.millrace.state.task;

import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.ValueAndTimestamp;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** One way to build a store; the contract is the same for all. */
record StoreVariant(boolean persistent, boolean timestamped, boolean caching, boolean logging) {

    static Stream<StoreVariant> all() {
        return Stream.iterate(0, bits -> bits < 16, bits -> bits + 1)
                .map(bits -> new StoreVariant((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0));
    }

    <V> StoreBuilder<?> keyValues(String name, Serde<V> values) {
        var plain = persistent ? Stores.persistentKeyValueStore(name) : Stores.inMemoryKeyValueStore(name);
        return configured(
                timestamped
                        ? Stores.timestampedKeyValueStoreBuilder(
                                persistent ? Stores.persistentTimestampedKeyValueStore(name) : plain,
                                Serdes.String(),
                                values)
                        : Stores.keyValueStoreBuilder(plain, Serdes.String(), values));
    }

    StoreBuilder<?> windows(String name, long retentionMs, long sizeMs) {
        Duration retention = Duration.ofMillis(retentionMs);
        Duration size = Duration.ofMillis(sizeMs);
        var plain = persistent
                ? Stores.persistentWindowStore(name, retention, size, false)
                : Stores.inMemoryWindowStore(name, retention, size, false);
        return configured(
                timestamped
                        ? Stores.timestampedWindowStoreBuilder(
                                persistent
                                        ? Stores.persistentTimestampedWindowStore(name, retention, size, false)
                                        : plain,
                                Serdes.String(),
                                Serdes.Long())
                        : Stores.windowStoreBuilder(plain, Serdes.String(), Serdes.Long()));
    }

    private StoreBuilder<?> configured(StoreBuilder<?> builder) {
        StoreBuilder<?> cached = caching ? builder.withCachingEnabled() : builder.withCachingDisabled();
        return logging ? cached.withLoggingEnabled(Map.of()) : cached.withLoggingDisabled();
    }

    /** The value as a store of this variant shows it. */
    Object shown(Object value) {
        return timestamped ? ValueAndTimestamp.make(value, 7) : value;
    }

    /** Whether content is there again after a crash. */
    boolean survives() {
        return persistent || logging;
    }
}
