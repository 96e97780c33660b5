package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.EmitStrategy.StrategyType;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.SessionWindowedKStream;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Aggregations in sessions that send their results on when the sessions close. Without caches, as {@link ClosingPrograms}. */
final class ClosingSessionPrograms {
    private static final Set<String> COVERED = Set.of("SessionWindowedKStream.emitStrategy");
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final SessionWindows SHORT = SessionWindows.ofInactivityGapWithNoGrace(Duration.ofSeconds(3));
    private static final SessionWindows GRACE =
            SessionWindows.ofInactivityGapAndGrace(Duration.ofSeconds(2), Duration.ofSeconds(10));

    private ClosingSessionPrograms() {}

    static List<Program> all() {
        return List.of(
                closing(
                        "closing session",
                        Duration.ofSeconds(12),
                        builder -> text(words(builder, GRACE).count(kept("counts")))),
                closing(
                        "closing session without grace",
                        Duration.ofSeconds(3),
                        builder -> text(words(builder, SHORT).count(Named.as("counting"), kept("counts")))),
                closing(
                        "closing session kept for long",
                        LONG,
                        builder ->
                                text(words(builder, GRACE).count(kept("counts").withRetention(LONG)))),
                closing(
                        "closing session in memory",
                        LONG,
                        builder -> text(words(builder, GRACE)
                                .count(Materialized.<String, Long>as(Stores.inMemorySessionStore("counts", LONG))
                                        .withCachingDisabled()))),
                closing(
                        "closing session in memory for seconds",
                        Duration.ofSeconds(12),
                        builder -> text(words(builder, GRACE)
                                .count(kept("counts").withStoreType(Materialized.StoreType.IN_MEMORY)))),
                closing(
                        "closing session reduced",
                        LONG,
                        builder -> shown(words(builder, GRACE)
                                .reduce(
                                        (one, other) -> other == null ? null : one + other,
                                        ClosingSessionPrograms.<String>stored("joined")
                                                .withRetention(LONG)))),
                closing(
                        "closing session aggregated",
                        LONG,
                        builder -> shown(words(builder, GRACE)
                                .aggregate(
                                        () -> "",
                                        (key, value, all) -> all + value,
                                        (key, one, other) -> "(" + one + "," + other + ")",
                                        Named.as("all"),
                                        ClosingSessionPrograms.<String>stored("all")
                                                .withRetention(LONG)))),
                closing("closing session, then filtered and grouped", LONG, builder -> {
                    KTable<Windowed<String>, Long> counts =
                            words(builder, GRACE).count(kept("counts").withRetention(LONG));
                    text(counts.filter((key, value) -> value > 1));
                    counts.groupBy(
                                    (key, value) -> KeyValue.pair(key.key(), value),
                                    Grouped.with(Serdes.String(), Serdes.Long()))
                            .reduce(Long::sum, (sum, old) -> sum - old)
                            .toStream()
                            .mapValues(String::valueOf)
                            .to("out");
                }),
                closing("closing session told", LONG, builder -> {
                    SessionWindowedKStream<String, String> sessions =
                            builder.<String, String>stream("in").groupByKey().windowedBy(SHORT);
                    sessions.emitStrategy(() -> StrategyType.ON_WINDOW_CLOSE);
                    text(sessions.count(kept("first").withRetention(LONG)));
                    sessions.emitStrategy(EmitStrategy.onWindowUpdate());
                    text(sessions.count(kept("second").withRetention(LONG)));
                }));
    }

    private static Program closing(String name, Duration retention, Consumer<StreamsBuilder> definition) {
        return dsl(name, COVERED, WORDS, definition).keeping(retention);
    }

    private static SessionWindowedKStream<String, String> words(StreamsBuilder builder, SessionWindows windows) {
        return builder.<String, String>stream("in")
                .groupByKey()
                .windowedBy(windows)
                .emitStrategy(EmitStrategy.onWindowClose());
    }

    private static void text(KTable<Windowed<String>, Long> table) {
        shown(table.mapValues(String::valueOf));
    }

    private static void shown(KTable<Windowed<String>, String> table) {
        table.toStream()
                .map((session, value) -> KeyValue.pair(session.toString(), value))
                .to("out");
    }

    private static Materialized<String, Long, SessionStore<Bytes, byte[]>> kept(String name) {
        return stored(name);
    }

    private static <V> Materialized<String, V, SessionStore<Bytes, byte[]>> stored(String name) {
        return Materialized.<String, V, SessionStore<Bytes, byte[]>>as(name).withCachingDisabled();
    }
}
