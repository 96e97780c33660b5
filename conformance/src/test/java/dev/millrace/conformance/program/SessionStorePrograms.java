package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.kstream.Window;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;

/** Session stores in the hands of a processor. */
final class SessionStorePrograms {
    private static final List<Input> WORDS = List.of(Input.words("in").withoutNullValues());
    private static final Duration RETENTION = Duration.ofHours(2);
    private static final Duration MINUTES = Duration.ofMinutes(3);

    private SessionStorePrograms() {}

    static List<Program> all() {
        return List.of(
                program("session store", Stores.persistentSessionStore("store", RETENTION), false),
                program("session store in buckets", Stores.persistentSessionStore("store", MINUTES), false)
                        .keeping(MINUTES),
                program("session store in memory", Stores.inMemorySessionStore("store", RETENTION), false),
                program("session store in memory for minutes", Stores.inMemorySessionStore("store", MINUTES), false)
                        .keeping(MINUTES),
                program("session store caching", Stores.persistentSessionStore("store", RETENTION), true));
    }

    private static Program program(String name, SessionBytesStoreSupplier supplier, boolean caching) {
        return dsl(name, Set.of("SessionStore"), WORDS, builder -> {
            StoreBuilder<SessionStore<String, String>> store =
                    Stores.sessionStoreBuilder(supplier, Serdes.String(), Serdes.String());
            builder.addStateStore(caching ? store.withCachingEnabled() : store.withLoggingEnabled(Map.of()));
            builder.<String, String>stream("in")
                    .process(() -> new UseSessions(caching), "store")
                    .to("out");
        });
    }

    /** A window of the user's own kind: only its bounds count. */
    static final class Span extends Window {
        Span(long startMs, long endMs) {
            super(startMs, endMs);
        }

        @Override
        public boolean overlap(Window other) {
            return start() < other.end() && other.start() < end();
        }
    }

    private static final class UseSessions extends Answering {
        private final boolean caching;
        private long latest;

        UseSessions(boolean caching) {
            this.caching = caching;
        }

        /** What a store does with sessions that are gone already differs: see docs/compatibility.md. */
        @Override
        void use(Record<String, String> found) {
            latest = Math.max(latest, found.timestamp());
            if (found.timestamp() >= latest - 100_000) {
                use(found.key(), found.value(), found.timestamp());
            }
        }

        private void use(String key, String value, long timestamp) {
            SessionStore<String, String> store = context().getStateStore("store");
            long start = timestamp - timestamp % 4_000;
            store.put(new Windowed<>(key, new Span(start, timestamp)), value);
            store.put(new Windowed<>(key + "b", new Span(start - 1_000, start)), value.isEmpty() ? null : value);
            if (value.equals("c")) {
                store.remove(new Windowed<>(key, new Span(start, timestamp)));
            }
            say(store.fetchSession(key, start, timestamp));
            say(store.fetchSession(key, Instant.ofEpochMilli(start), Instant.ofEpochMilli(start)));
            find(store, key, timestamp);
            if (!caching) {
                findBackwards(store, key, timestamp);
                fetch(store, key);
            }
        }

        private void find(SessionStore<String, String> store, String key, long timestamp) {
            say(store.findSessions(key, timestamp - 5_000, timestamp - 1_000));
            say(store.findSessions(key, before(timestamp), after(timestamp)));
            say(store.findSessions("a", "bb", timestamp - 5_000, timestamp - 1_000));
            say(store.findSessions(null, "b", timestamp - 5_000, timestamp + 1_000));
            say(store.findSessions("a", "b", before(timestamp), after(timestamp)));
            if (!store.persistent()) {
                say(store.findSessions(timestamp - 5_000, timestamp));
            }
        }

        /** In a caching store the reference shows what was deleted, too: see docs/compatibility.md. */
        private void findBackwards(SessionStore<String, String> store, String key, long timestamp) {
            say(store.backwardFindSessions(key, timestamp - 5_000, timestamp + 1_000));
            say(store.backwardFindSessions(key, before(timestamp), after(timestamp)));
            say(store.backwardFindSessions("a", null, timestamp - 5_000, timestamp + 1_000));
            say(store.backwardFindSessions("a", "b", before(timestamp), after(timestamp)));
        }

        /** In a caching store the reference looks for them in steps from 1970 on, for many seconds. */
        private void fetch(SessionStore<String, String> store, String key) {
            say(store.fetch(key));
            say(store.backwardFetch(key));
            say(store.fetch("a", "bb"));
            say(store.fetch(null, "b"));
            say(store.backwardFetch("a", "bb"));
        }

        private static Instant before(long timestamp) {
            return Instant.ofEpochMilli(timestamp - 6_000);
        }

        private static Instant after(long timestamp) {
            return Instant.ofEpochMilli(timestamp + 1_000);
        }
    }
}
