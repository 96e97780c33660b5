package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.SessionWindowedKStream;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.AggregationWithHeaders;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.SessionStoreWithHeaders;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Session stores that keep headers, and sessions that are aggregated in them. */
final class HeaderSessionPrograms {
    private static final Set<String> STORE = Set.of("SessionStoreWithHeaders");
    private static final Set<String> FORMAT = Set.of("dsl.store.format");
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final Duration LONG = Duration.ofHours(2);
    private static final SessionWindows PATIENT =
            SessionWindows.ofInactivityGapAndGrace(Duration.ofSeconds(5), Duration.ofMinutes(4));

    private HeaderSessionPrograms() {}

    static List<Program> all() {
        List<Program> programs = new ArrayList<>();
        programs.addAll(stores());
        programs.addAll(tables());
        return programs;
    }

    // ---- stores ----

    private static List<Program> stores() {
        return List.of(
                store("session store with headers", kept(), false),
                store("session store with headers cached", kept(), true),
                store("session store with headers in memory", Stores.inMemorySessionStore("store", LONG), false),
                store("session store with headers in memory cached", Stores.inMemorySessionStore("store", LONG), true),
                store("session store with headers not kept", Stores.persistentSessionStore("store", LONG), false),
                dsl("session store with headers from serdes", STORE, WORDS, builder -> {
                    builder.addStateStore(Stores.sessionStoreWithHeadersBuilder(
                            kept(), HeaderPrograms.signing("key"), HeaderPrograms.signing("value")));
                    builder.<String, String>stream("in")
                            .process(Signing::new, "store")
                            .to("out");
                }));
    }

    private static SessionBytesStoreSupplier kept() {
        return Stores.persistentSessionStoreWithHeaders("store", LONG);
    }

    private static Program store(String name, SessionBytesStoreSupplier supplier, boolean cached) {
        return dsl(name, STORE, WORDS, builder -> {
            StoreBuilder<?> store = Stores.sessionStoreWithHeadersBuilder(supplier, Serdes.String(), Serdes.String());
            builder.addStateStore(cached ? store.withCachingEnabled() : store);
            builder.<String, String>stream("in")
                    .process(() -> new UseSessions(cached), "store")
                    .to("out");
        });
    }

    private static final class UseSessions extends Answering {
        private final boolean cached;

        UseSessions(boolean cached) {
            this.cached = cached;
        }

        @Override
        void use(Record<String, String> found) {
            SessionStoreWithHeaders<String, String> store = context().getStateStore("store");
            String key = found.key();
            long end = found.timestamp();
            long start = end - end % 4_000;
            write(store, found, new Windowed<>(key, new SessionStorePrograms.Span(start, end)));
            say(store.fetchSession(key, start, end));
            say(store.findSessions(key, end - 5_000, end));
            say(store.findSessions("a", "bb", end - 5_000, end));
            if (!cached) {
                say(store.backwardFindSessions(key, end - 5_000, end));
                say(store.fetch(key));
                say(store.fetch("a", null));
            }
        }

        private static void write(
                SessionStoreWithHeaders<String, String> store, Record<String, String> found, Windowed<String> session) {
            String value = found.value();
            switch (found.key()) {
                case "a" -> store.put(session, AggregationWithHeaders.make(value, own(value)));
                case "b" -> store.put(session, AggregationWithHeaders.make(value, new RecordHeaders()));
                case "ba" -> store.put(session, AggregationWithHeaders.makeAllowNullable(null, own("deleted")));
                case "c" -> store.remove(session);
                case "" -> store.put(session, null);
                default -> store.put(session, AggregationWithHeaders.make(value, found.headers()));
            }
        }

        private static Headers own(String value) {
            return new RecordHeaders()
                    .add("own", value == null ? null : value.getBytes(StandardCharsets.UTF_8))
                    .add("own", new byte[200]);
        }
    }

    /** Forwards no headers, as {@link HeaderPrograms} does. */
    private static final class Signing extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> found) {
            SessionStoreWithHeaders<String, String> store = context().getStateStore("store");
            if (found.key() != null && found.value() != null) {
                long end = found.timestamp();
                store.put(
                        new Windowed<>(found.key(), new SessionStorePrograms.Span(end - 1, end)),
                        AggregationWithHeaders.make(found.value(), new RecordHeaders()));
                String answer = store.fetchSession(found.key(), end - 1, end).toString();
                context().forward(found.withValue(answer).withHeaders(new RecordHeaders()));
            }
        }
    }

    // ---- sessions of streams ----

    private static List<Program> tables() {
        return List.of(
                format("sessions with headers", builder -> text(words(builder).count(counts()))),
                format(
                        "sessions with headers reduced",
                        builder -> shown(words(builder)
                                .reduce(
                                        (one, other) -> one + other,
                                        HeaderSessionPrograms.<String>stored("joined")
                                                .withRetention(LONG)))),
                format(
                        "sessions with headers uncached",
                        builder -> text(words(builder).count(counts().withCachingDisabled()))),
                format(
                                "sessions with headers in memory",
                                builder -> text(words(builder).count(counts())))
                        .with("dsl.store.suppliers.class", BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers.class),
                format("sessions with headers from serdes", HeaderSessionPrograms::sign),
                format("sessions with headers of a cogroup", HeaderSessionPrograms::cogroup),
                format(
                        "closing sessions with headers",
                        builder -> text(words(builder)
                                .emitStrategy(EmitStrategy.onWindowClose())
                                .count(counts().withCachingDisabled()))),
                format("sessions with headers, then filtered and grouped", builder -> {
                    KTable<Windowed<String>, Long> counts = words(builder).count(counts());
                    text(counts.filter((session, count) -> count > 1));
                    counts.groupBy(
                                    (session, count) -> KeyValue.pair(session.key(), count),
                                    Grouped.with(Serdes.String(), Serdes.Long()))
                            .reduce(Long::sum, (sum, old) -> sum - old)
                            .toStream()
                            .mapValues(String::valueOf)
                            .to("out");
                }),
                dsl(
                                "sessions in a store with headers",
                                FORMAT,
                                WORDS,
                                builder -> text(words(builder)
                                        .count(Materialized.as(
                                                Stores.persistentSessionStoreWithHeaders("given", LONG)))))
                        .keeping(LONG));
    }

    private static Program format(String name, Consumer<StreamsBuilder> definition) {
        return dsl(name, FORMAT, WORDS, definition).keeping(LONG).with("dsl.store.format", "headers");
    }

    private static SessionWindowedKStream<String, String> words(StreamsBuilder builder) {
        return builder.<String, String>stream("in").groupByKey().windowedBy(PATIENT);
    }

    private static Materialized<String, Long, SessionStore<Bytes, byte[]>> counts() {
        return HeaderSessionPrograms.<Long>stored("counts").withRetention(LONG);
    }

    private static <V> Materialized<String, V, SessionStore<Bytes, byte[]>> stored(String name) {
        return Materialized.as(name);
    }

    private static void sign(StreamsBuilder builder) {
        shown(words(builder)
                .aggregate(
                        () -> "",
                        (key, value, all) -> all + value,
                        (key, one, other) -> one + other,
                        HeaderSessionPrograms.<String>stored("all")
                                .withRetention(LONG)
                                .withKeySerde(HeaderPrograms.signing("key"))
                                .withValueSerde(HeaderPrograms.signing("value"))));
    }

    private static void cogroup(StreamsBuilder builder) {
        shown(builder.<String, String>stream("in")
                .groupByKey()
                .cogroup((String key, String value, String all) -> all + value)
                .windowedBy(PATIENT)
                .aggregate(
                        () -> "",
                        (key, one, other) -> one + other,
                        HeaderSessionPrograms.<String>stored("all").withRetention(LONG)));
    }

    private static void text(KTable<Windowed<String>, Long> counts) {
        shown(counts.mapValues(String::valueOf));
    }

    private static void shown(KTable<Windowed<String>, String> sessions) {
        sessions.toStream()
                .map((session, value) -> KeyValue.pair(session.toString(), value))
                .to("out");
    }
}
