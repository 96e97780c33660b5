package dev.millrace.conformance.program.application;

import dev.millrace.streams.kstream.Window;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.ProcessorContext;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.AggregationWithHeaders;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStoreWithHeaders;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.TimestampedKeyValueStoreWithHeaders;
import dev.millrace.streams.state.TimestampedWindowStoreWithHeaders;
import dev.millrace.streams.state.ValueTimestampHeaders;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
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
        add(
                place,
                Stores.timestampedKeyValueStoreWithHeadersBuilder(supplier, Serdes.String(), Serdes.String()),
                swap -> {
                    TimestampedKeyValueStoreWithHeaders<String, String> store =
                            swap.stores().getStateStore(swap.name);
                    ValueTimestampHeaders<String> before = store.get(swap.key());
                    store.put(swap.key(), swap.stamped());
                    return before;
                });
    }

    private static void windows(Place place) {
        WindowBytesStoreSupplier supplier = place.persistent()
                ? Stores.persistentTimestampedWindowStoreWithHeaders(place.store(), LONG, SIZE, false)
                : Stores.inMemoryWindowStore(place.store(), LONG, SIZE, false);
        add(
                place,
                Stores.timestampedWindowStoreWithHeadersBuilder(supplier, Serdes.String(), Serdes.String()),
                swap -> {
                    TimestampedWindowStoreWithHeaders<String, String> store =
                            swap.stores().getStateStore(swap.name);
                    ValueTimestampHeaders<String> before = store.fetch(swap.key(), swap.second());
                    store.put(swap.key(), swap.stamped(), swap.second());
                    return before;
                });
    }

    private static void sessions(Place place) {
        SessionBytesStoreSupplier supplier = place.persistent()
                ? Stores.persistentSessionStoreWithHeaders(place.store(), LONG)
                : Stores.inMemorySessionStore(place.store(), LONG);
        add(place, Stores.sessionStoreWithHeadersBuilder(supplier, Serdes.String(), Serdes.String()), swap -> {
            SessionStoreWithHeaders<String, String> store = swap.stores().getStateStore(swap.name);
            Window session = SessionKinds.Session.at(swap.found.timestamp());
            AggregationWithHeaders<String> before = store.fetchSession(swap.key(), session.start(), session.end());
            store.put(
                    new Windowed<>(swap.key(), session),
                    AggregationWithHeaders.make(swap.found.value(), swap.found.headers()));
            return before;
        });
    }

    private static void add(Place place, StoreBuilder<?> store, Function<Swap, Object> swap) {
        place.builder().addStateStore(store);
        place.out(place.stream().process(() -> new Swap(place.store(), swap), place.store()));
    }

    /** Puts each value with its headers and answers with what was there before. */
    private static final class Swap extends ContextualProcessor<String, String, String, String> {
        private final String name;
        private final Function<Swap, Object> swap;
        private Record<String, String> found;

        Swap(String name, Function<Swap, Object> swap) {
            this.name = name;
            this.swap = swap;
        }

        @Override
        public void process(Record<String, String> next) {
            if (next.key() != null) {
                found = next;
                context().forward(next.withValue(swap.apply(this) + " -> " + next.value()));
            }
        }

        /** Where the store is to be had, by its name. */
        ProcessorContext<String, String> stores() {
            return context();
        }

        String key() {
            return found.key();
        }

        long second() {
            return found.timestamp() / 1_000 * 1_000;
        }

        ValueTimestampHeaders<String> stamped() {
            return ValueTimestampHeaders.make(found.value(), found.timestamp(), found.headers());
        }
    }
}
