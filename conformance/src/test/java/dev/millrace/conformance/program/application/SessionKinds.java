package dev.millrace.conformance.program.application;

import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.SessionWindowedKStream;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.kstream.Window;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Session stores. */
final class SessionKinds {
    static final Duration LONG = Duration.ofHours(1);
    private static final SessionWindows SESSIONS =
            SessionWindows.ofInactivityGapAndGrace(Duration.ofSeconds(3), Duration.ofSeconds(30));

    private SessionKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.ofWords("session-store", SessionKinds::swap),
                Kind.ofWords("session", place -> aggregate(place, grouped(place))),
                Kind.ofWords(
                        "closing-session",
                        place -> aggregate(place, grouped(place).emitStrategy(EmitStrategy.onWindowClose()))));
    }

    private static SessionWindowedKStream<String, String> grouped(Place place) {
        return place.stream().groupByKey().windowedBy(SESSIONS);
    }

    private static void aggregate(Place place, SessionWindowedKStream<String, String> sessions) {
        place.out(sessions.aggregate(
                () -> "",
                (key, value, all) -> Place.append(all, value),
                (key, one, other) -> Place.append(one, other),
                place.<String, SessionStore<Bytes, byte[]>>kept().withRetention(LONG)));
    }

    private static void swap(Place place) {
        SessionBytesStoreSupplier supplier = place.persistent()
                ? Stores.persistentSessionStore(place.store(), LONG)
                : Stores.inMemorySessionStore(place.store(), LONG);
        place.swap(Stores.sessionStoreBuilder(supplier, Serdes.String(), Serdes.String()), SessionKinds::swap);
    }

    /** Puts a value into a session of a second or two and answers with all sessions of the key in the last half hour. */
    private static String swap(SessionStore<String, String> store, Record<String, String> found) {
        store.put(new Windowed<>(found.key(), Session.at(found.timestamp())), found.value());
        StringBuilder answer = new StringBuilder();
        long from = found.timestamp() - Duration.ofMinutes(30).toMillis();
        try (KeyValueIterator<Windowed<String>, String> sessions =
                store.findSessions(found.key(), from, Long.MAX_VALUE)) {
            sessions.forEachRemaining(session -> answer.append(session).append(' '));
        }
        return answer.toString();
    }

    /** The bounds of a session; the library's own class for that is not public in the reference. */
    static final class Session extends Window {
        private Session(long startMs, long endMs) {
            super(startMs, endMs);
        }

        /** A session that others at about that time may have, too. */
        static Session at(long timestamp) {
            long second = timestamp / 1_000 * 1_000;
            return new Session(second - second % 2_000, second);
        }

        @Override
        public boolean overlap(Window other) {
            return start() <= other.end() && other.start() <= end();
        }
    }
}
