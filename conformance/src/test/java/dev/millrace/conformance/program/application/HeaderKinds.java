package dev.millrace.conformance.program.application;

import dev.millrace.streams.kstream.Window;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.AggregationWithHeaders;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.ValueTimestampHeaders;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;

/** Stores that keep headers. */
final class HeaderKinds {
    private static final Duration SIZE = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofHours(1);

    private HeaderKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.ofWords("key-value-with-headers", HeaderKinds::keyValues),
                Kind.ofWords("window-with-headers", HeaderKinds::windows),
                Kind.ofWords("session-with-headers", HeaderKinds::sessions));
    }

    private static void keyValues(Place place) {
        KeyValueBytesStoreSupplier supplier = place.persistent()
                ? Stores.persistentTimestampedKeyValueStoreWithHeaders(place.store())
                : Stores.inMemoryKeyValueStore(place.store());
        place.swap(
                Stores.timestampedKeyValueStoreWithHeadersBuilder(supplier, Serdes.String(), Serdes.String()),
                (store, found) -> {
                    ValueTimestampHeaders<String> before = store.get(found.key());
                    store.put(found.key(), stamped(found));
                    return before + " -> " + found.value();
                });
    }

    private static void windows(Place place) {
        WindowBytesStoreSupplier supplier = place.persistent()
                ? Stores.persistentTimestampedWindowStoreWithHeaders(place.store(), LONG, SIZE, false)
                : Stores.inMemoryWindowStore(place.store(), LONG, SIZE, false);
        place.swap(
                Stores.timestampedWindowStoreWithHeadersBuilder(supplier, Serdes.String(), Serdes.String()),
                (store, found) -> {
                    long second = found.timestamp() / 1_000 * 1_000;
                    ValueTimestampHeaders<String> before = store.fetch(found.key(), second);
                    store.put(found.key(), stamped(found), second);
                    return before + " -> " + found.value();
                });
    }

    private static void sessions(Place place) {
        SessionBytesStoreSupplier supplier = place.persistent()
                ? Stores.persistentSessionStoreWithHeaders(place.store(), LONG)
                : Stores.inMemorySessionStore(place.store(), LONG);
        place.swap(
                Stores.sessionStoreWithHeadersBuilder(supplier, Serdes.String(), Serdes.String()), (store, found) -> {
                    Window session = SessionKinds.Session.at(found.timestamp());
                    AggregationWithHeaders<String> before =
                            store.fetchSession(found.key(), session.start(), session.end());
                    store.put(
                            new Windowed<>(found.key(), session),
                            AggregationWithHeaders.make(found.value(), found.headers()));
                    return before + " -> " + found.value();
                });
    }

    private static ValueTimestampHeaders<String> stamped(Record<String, String> found) {
        return ValueTimestampHeaders.make(found.value(), found.timestamp(), found.headers());
    }
}
