package dev.millrace.conformance.program.application;

import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.ValueAndTimestamp;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Key-value stores. */
final class RowKinds {
    /** Fewer than there are keys. */
    private static final int FEW = 3;

    private RowKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.ofWords("key-value", RowKinds::plain),
                Kind.ofWords("timestamped-key-value", RowKinds::timestamped),
                Kind.ofWords(
                        "aggregate",
                        place -> place.out(place.stream()
                                .groupByKey()
                                .aggregate(
                                        () -> "",
                                        (key, value, all) -> Place.append(all, value),
                                        place.<String, KeyValueStore<Bytes, byte[]>>kept()))),
                Kind.ofWords("lru-map", place -> plain(place, Stores.lruMap(place.store(), FEW))),
                Kind.ofWords("lru-aggregate", RowKinds::lruAggregate));
    }

    private static void plain(Place place) {
        plain(
                place,
                place.persistent()
                        ? Stores.persistentKeyValueStore(place.store())
                        : Stores.inMemoryKeyValueStore(place.store()));
    }

    private static void plain(Place place, KeyValueBytesStoreSupplier supplier) {
        place.swap(Stores.keyValueStoreBuilder(supplier, Serdes.String(), Serdes.String()), (store, found) -> {
            String before = store.get(found.key());
            store.put(found.key(), found.value());
            return before + " -> " + found.value();
        });
    }

    private static void lruAggregate(Place place) {
        place.out(place.stream()
                .groupByKey()
                .aggregate(
                        () -> "",
                        (key, value, all) -> Place.append(all, value),
                        Materialized.<String, String>as(Stores.lruMap(place.store(), FEW))
                                .withCachingDisabled()));
    }

    private static void timestamped(Place place) {
        KeyValueBytesStoreSupplier supplier = place.persistent()
                ? Stores.persistentTimestampedKeyValueStore(place.store())
                : Stores.inMemoryKeyValueStore(place.store());
        place.swap(
                Stores.timestampedKeyValueStoreBuilder(supplier, Serdes.String(), Serdes.String()), (store, found) -> {
                    ValueAndTimestamp<String> before = store.get(found.key());
                    store.put(found.key(), ValueAndTimestamp.make(found.value(), found.timestamp()));
                    return before + " -> " + found.value();
                });
    }
}
