package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Output.text;
import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.CogroupedKStream;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KGroupedStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Merger;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.SessionWindowedCogroupedKStream;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.kstream.TimeWindowedCogroupedKStream;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.WindowedSerdes;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Grouped streams that are aggregated together. */
final class CogroupPrograms {
    private static final Set<String> ROWS = Set.of("KGroupedStream.cogroup", "CogroupedKStream.aggregate");
    private static final Set<String> WINDOWS = Set.of("CogroupedKStream.windowedBy(Windows)");
    private static final List<Input> TWO = List.of(Input.words("one"), Input.words("two"));
    private static final List<Input> MIXED = List.of(Input.words("one"), Input.numbers("two"));
    private static final TimeWindows HOPPING = TimeWindows.ofSizeAndGrace(
                    Duration.ofSeconds(10), Duration.ofMinutes(60))
            .advanceBy(Duration.ofSeconds(4));
    private static final TimeWindows STRICT = TimeWindows.ofSizeWithNoGrace(Duration.ofSeconds(10));
    private static final Duration RETENTION = Duration.ofSeconds(3_610);
    private static final Set<String> SESSIONS = Set.of("CogroupedKStream.windowedBy(SessionWindows)");
    private static final SessionWindows PATIENT =
            SessionWindows.ofInactivityGapAndGrace(Duration.ofSeconds(4), Duration.ofMinutes(10));
    private static final Duration SESSION_RETENTION = Duration.ofSeconds(604);
    private static final Merger<String, String> BOTH = (key, one, other) -> shortened(one + "+" + other);
    private static final Aggregator<String, String, String> APPENDING = (key, value, all) -> shortened(all + value);
    private static final Aggregator<String, String, String> PREPENDING = (key, value, all) -> shortened(value + all);
    private static final Aggregator<String, String, String> CLEARING =
            (key, value, all) -> "a".equals(value) ? null : shortened(all + "/" + value);

    private CogroupPrograms() {}

    static List<Program> all() {
        return List.of(
                rows(
                        "cogroup of one",
                        builder -> text(group(builder, "one").cogroup(APPENDING).aggregate(() -> ""))),
                rows("cogroup", builder -> text(both(builder).aggregate(() -> ""))),
                rows("cogroup named", builder -> text(both(builder).aggregate(() -> "I", Named.as("together")))),
                rows("cogroup materialized", builder -> text(both(builder).aggregate(() -> "", stored("all")))),
                rows(
                        "cogroup uncached",
                        builder -> text(both(builder)
                                .aggregate(
                                        () -> "",
                                        Named.as("together"),
                                        stored("all").withCachingDisabled()))),
                rows(
                        "cogroup in memory",
                        builder -> text(both(builder)
                                .aggregate(
                                        () -> "",
                                        Materialized.<String, String>as(Stores.inMemoryKeyValueStore("all"))))),
                rows(
                        "cogroup with serdes",
                        builder -> both(builder)
                                .aggregate(() -> "", Materialized.with(Serdes.String(), Serdes.String()))
                                .toStream()
                                .to("out")),
                rows(
                        "cogroup to null",
                        builder -> text(group(builder, "one")
                                .cogroup(CLEARING)
                                .cogroup(group(builder, "two"), APPENDING)
                                .aggregate(() -> "I"))),
                rows("cogroup of the same twice", builder -> {
                    KGroupedStream<String, String> group = group(builder, "one");
                    CogroupedKStream<String, String> cogrouped = group.cogroup(APPENDING);
                    cogrouped.cogroup(group(builder, "two"), APPENDING);
                    cogrouped.cogroup(group, PREPENDING);
                    text(cogrouped.aggregate(() -> "1"));
                    text(cogrouped.aggregate(() -> "2"));
                }),
                rows(
                        "cogroup by other keys",
                        builder -> text(byValue(builder, "one", Grouped.as("first"))
                                .cogroup(APPENDING)
                                .cogroup(byValue(builder, "two", Grouped.as("second")), PREPENDING)
                                .aggregate(() -> "", Named.as("together")))),
                rows(
                        "cogroup with one by another key",
                        builder -> text(group(builder, "one")
                                .cogroup(APPENDING)
                                .cogroup(
                                        byValue(builder, "two", Grouped.with(Serdes.String(), Serdes.String())),
                                        PREPENDING)
                                .aggregate(() -> ""))),
                rows("cogroup of a stream and a part of it", builder -> {
                    var stream = builder.<String, String>stream("one");
                    text(stream.groupByKey()
                            .cogroup(APPENDING)
                            .cogroup(
                                    stream.filter((key, value) -> "a".equals(value))
                                            .groupByKey(),
                                    PREPENDING)
                            .aggregate(() -> ""));
                }),
                rows("cogroup filtered, grouped and joined", builder -> {
                    KTable<String, String> table =
                            group(builder, "one").cogroup(APPENDING).aggregate(() -> "");
                    text(table.filter((key, value) -> value.length() > 2));
                    text(table.groupBy((key, value) -> KeyValue.pair(value, key))
                            .count());
                    builder.<String, String>stream("two")
                            .join(table, (value, row) -> value + row)
                            .to("out");
                }),
                dsl(
                        "cogroup of different types",
                        ROWS,
                        MIXED,
                        builder -> text(group(builder, "one")
                                .cogroup((String key, String value, Long sum) -> sum + value.length())
                                .cogroup(
                                        builder.stream("two", Consumed.with(Serdes.String(), Serdes.Long()))
                                                .groupByKey(Grouped.with(Serdes.String(), Serdes.Long())),
                                        (key, value, sum) -> sum + value)
                                .aggregate(() -> 0L, Materialized.with(Serdes.String(), Serdes.Long())))),
                windows("cogroup in windows", windows -> text(windows.aggregate(() -> ""))),
                windows(
                        "cogroup in windows named",
                        windows -> text(windows.aggregate(() -> "I", Named.as("together")))),
                windows("cogroup in windows materialized", windows -> text(windows.aggregate(() -> "", kept("all")))),
                windows(
                        "cogroup in windows uncached",
                        windows -> text(windows.aggregate(
                                () -> "", Named.as("together"), kept("all").withCachingDisabled()))),
                windows(
                        "cogroup in windows to a topic",
                        windows -> windows.aggregate(() -> "", Materialized.with(Serdes.String(), Serdes.String()))
                                .toStream()
                                .to(
                                        "out",
                                        Produced.keySerde(
                                                WindowedSerdes.timeWindowedSerdeFrom(String.class, 10_000L)))),
                // each part has its own time, and may write what is expired for the other: hence the long retention
                dsl(
                                "cogroup in windows that close",
                                WINDOWS,
                                TWO,
                                builder -> text(both(builder)
                                        .windowedBy(STRICT)
                                        .aggregate(() -> "", kept("all").withRetention(RETENTION))))
                        .keeping(RETENTION),
                sessions("cogroup in sessions", sessions -> text(sessions.aggregate(() -> "", BOTH))),
                sessions(
                        "cogroup in sessions named",
                        sessions -> text(sessions.aggregate(() -> "I", BOTH, Named.as("together")))),
                sessions(
                        "cogroup in sessions materialized",
                        sessions -> text(sessions.aggregate(() -> "", BOTH, inSessions("all")))),
                sessions(
                        "cogroup in sessions uncached",
                        sessions -> text(sessions.aggregate(
                                () -> "",
                                BOTH,
                                Named.as("together"),
                                inSessions("all").withCachingDisabled()))),
                sessions(
                        "cogroup in sessions to a topic",
                        sessions -> sessions.aggregate(
                                        () -> "", BOTH, Materialized.with(Serdes.String(), Serdes.String()))
                                .toStream()
                                .to("out", Produced.keySerde(WindowedSerdes.sessionWindowedSerdeFrom(String.class)))),
                dsl(
                                "cogroup in windows by another key",
                                WINDOWS,
                                TWO,
                                builder -> text(group(builder, "one")
                                        .cogroup(APPENDING)
                                        .cogroup(byValue(builder, "two", Grouped.as("second")), PREPENDING)
                                        .windowedBy(HOPPING)
                                        .aggregate(() -> "")))
                        .keeping(RETENTION));
    }

    private static Program rows(String name, Consumer<StreamsBuilder> definition) {
        return dsl(name, ROWS, TWO, definition);
    }

    private static Program windows(String name, Consumer<TimeWindowedCogroupedKStream<String, String>> definition) {
        return dsl(
                        name,
                        WINDOWS,
                        TWO,
                        builder -> definition.accept(both(builder).windowedBy(HOPPING)))
                .keeping(RETENTION);
    }

    private static Program sessions(String name, Consumer<SessionWindowedCogroupedKStream<String, String>> definition) {
        return dsl(
                        name,
                        SESSIONS,
                        TWO,
                        builder -> definition.accept(both(builder).windowedBy(PATIENT)))
                .keeping(SESSION_RETENTION);
    }

    private static CogroupedKStream<String, String> both(StreamsBuilder builder) {
        return group(builder, "one").cogroup(APPENDING).cogroup(group(builder, "two"), PREPENDING);
    }

    private static KGroupedStream<String, String> group(StreamsBuilder builder, String topic) {
        return builder.<String, String>stream(topic).groupByKey();
    }

    private static KGroupedStream<String, String> byValue(
            StreamsBuilder builder, String topic, Grouped<String, String> grouped) {
        return builder.<String, String>stream(topic).groupBy((key, value) -> value, grouped);
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 3) : text;
    }

    private static Materialized<String, String, KeyValueStore<Bytes, byte[]>> stored(String name) {
        return Materialized.as(name);
    }

    private static Materialized<String, String, SessionStore<Bytes, byte[]>> inSessions(String name) {
        return Materialized.as(name);
    }

    private static Materialized<String, String, WindowStore<Bytes, byte[]>> kept(String name) {
        return Materialized.as(name);
    }
}
