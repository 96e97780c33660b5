package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.Suppressed;
import dev.millrace.streams.kstream.Suppressed.BufferConfig;
import dev.millrace.streams.kstream.TimeWindowedKStream;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.kstream.WindowedSerdes;
import dev.millrace.streams.state.KeyValueStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Suppression: until a window closes or a time has passed, with every kind of buffer. */
final class SuppressPrograms {
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final Duration SIZE = Duration.ofSeconds(10);
    private static final TimeWindows TUMBLING = TimeWindows.ofSizeWithNoGrace(SIZE);
    private static final TimeWindows GRACE = TimeWindows.ofSizeAndGrace(SIZE, Duration.ofSeconds(30));
    private static final TimeWindows HOPPING =
            TimeWindows.ofSizeAndGrace(SIZE, Duration.ofMinutes(5)).advanceBy(Duration.ofSeconds(3));
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private SuppressPrograms() {}

    static List<Program> all() {
        return List.of(
                windows("suppress until window closes", TUMBLING, BufferConfig.unbounded())
                        .keeping(SIZE),
                windows("suppress until window closes with grace", GRACE, BufferConfig.unbounded())
                        .keeping(Duration.ofSeconds(40)),
                windows("suppress until hopping window closes", HOPPING, BufferConfig.unbounded())
                        .keeping(Duration.ofSeconds(310)),
                windows(
                                "suppress until window closes, strictly bounded",
                                GRACE,
                                BufferConfig.maxRecords(10).shutDownWhenFull())
                        .keeping(Duration.ofSeconds(40)),
                windows(
                                "suppress until window closes, any bound",
                                GRACE,
                                BufferConfig.maxRecords(2).withMaxBytes(10).withNoBound())
                        .keeping(Duration.ofSeconds(40)),
                windowsWithTombstones(),
                windowsLater(),
                named(),
                rows("suppress rows", Suppressed.untilTimeLimit(LIMIT, BufferConfig.unbounded())),
                rows("suppress rows for no time", Suppressed.untilTimeLimit(Duration.ZERO, BufferConfig.unbounded())),
                rows("suppress rows for ever", Suppressed.untilTimeLimit(null, null)),
                rows("suppress few rows", Suppressed.untilTimeLimit(LIMIT, BufferConfig.maxRecords(2))),
                rows("suppress no rows", Suppressed.untilTimeLimit(LIMIT, BufferConfig.maxRecords(0))),
                rows(
                        "suppress few rows, strictly",
                        Suppressed.untilTimeLimit(
                                LIMIT, BufferConfig.maxRecords(3).shutDownWhenFull())),
                rows("suppress few bytes", Suppressed.untilTimeLimit(LIMIT, BufferConfig.maxBytes(100))),
                rows("suppress one byte", Suppressed.untilTimeLimit(LIMIT, BufferConfig.maxBytes(1))),
                rows(
                        "suppress few bytes, strictly",
                        Suppressed.untilTimeLimit(
                                Duration.ofMinutes(2),
                                BufferConfig.unbounded().withMaxBytes(150).withMaxRecords(100))),
                rows(
                        "suppress few bytes after all",
                        Suppressed.untilTimeLimit(
                                LIMIT,
                                BufferConfig.unbounded()
                                        .withMaxRecords(4)
                                        .emitEarlyWhenFull()
                                        .withMaxRecords(3)
                                        .withMaxBytes(140))),
                rows(
                        "suppress unlogged",
                        Suppressed.untilTimeLimit(
                                LIMIT, BufferConfig.unbounded().withLoggingDisabled())),
                rows(
                        "suppress logged",
                        Suppressed.untilTimeLimit(
                                LIMIT,
                                BufferConfig.maxRecords(5)
                                        .withLoggingDisabled()
                                        .withLoggingEnabled(Map.of("min.insync.replicas", "1")))),
                rowsOfBytes(),
                keptRows(),
                regrouped(),
                twice(),
                lookedUp());
    }

    private static Program windows(String name, TimeWindows windows, Suppressed.StrictBufferConfig buffer) {
        return dsl(
                name,
                Set.of("KTable.suppress"),
                WORDS,
                builder -> text(words(builder, windows).count().suppress(Suppressed.untilWindowCloses(buffer))));
    }

    private static Program windowsWithTombstones() {
        return dsl(
                        "suppress until window closes, deletions",
                        Set.of("KTable.suppress"),
                        WORDS,
                        builder -> text(words(builder, GRACE)
                                .aggregate(
                                        () -> "",
                                        (key, value, aggregate) ->
                                                value == null || value.equals("b") ? null : aggregate + value,
                                        Materialized.with(Serdes.String(), Serdes.String()))
                                .suppress(Suppressed.untilWindowCloses(BufferConfig.unbounded()))))
                .keeping(Duration.ofSeconds(40))
                .withoutPositions();
    }

    private static Program windowsLater() {
        return dsl(
                        "suppress windows for a time",
                        Set.of("KTable.suppress"),
                        WORDS,
                        builder -> text(words(builder, GRACE)
                                .count()
                                .filter((key, value) -> value % 3 != 0)
                                .suppress(Suppressed.untilTimeLimit(Duration.ofSeconds(5), BufferConfig.maxRecords(4)))
                                .mapValues(value -> "<" + value + ">")))
                .keeping(Duration.ofSeconds(40));
    }

    private static Program named() {
        return dsl(
                        "suppress named",
                        Set.of("KTable.suppress"),
                        WORDS,
                        builder -> text(words(builder, GRACE)
                                .count(Named.as("counted"))
                                .mapValues(value -> value + 1)
                                .suppress(Suppressed.untilWindowCloses(BufferConfig.unbounded())
                                        .withName("final"))
                                .filter((key, value) -> value > 2)
                                .mapValues(value -> "" + value)))
                .keeping(Duration.ofSeconds(40));
    }

    private static Program rows(String name, Suppressed<String> suppressed) {
        return dsl(
                name,
                Set.of("KTable.suppress"),
                WORDS,
                builder -> table(builder).suppress(suppressed).toStream().to("out"));
    }

    private static Program rowsOfBytes() {
        return dsl(
                "suppress values that may change",
                Set.of("KTable.suppress"),
                WORDS,
                builder -> builder.table("in", Consumed.with(Serdes.String(), Serdes.Bytes()), Materialized.as("kept"))
                        .suppress(Suppressed.untilTimeLimit(LIMIT, BufferConfig.maxBytes(200)))
                        .toStream()
                        .to("out"));
    }

    private static Program keptRows() {
        return dsl(
                "suppress and keep",
                Set.of("KTable.suppress"),
                WORDS,
                builder -> table(builder)
                        .suppress(Suppressed.untilTimeLimit(LIMIT, BufferConfig.unbounded()))
                        .filter((key, value) -> value.compareTo("b") < 0, named("short"))
                        .toStream()
                        .to("out"));
    }

    private static Program regrouped() {
        return dsl(
                "suppress and group",
                Set.of("KTable.suppress"),
                WORDS,
                builder -> table(builder)
                        .mapValues(value -> value + "!", named("loud"))
                        .suppress(Suppressed.untilTimeLimit(Duration.ofSeconds(3), BufferConfig.maxRecords(5)))
                        .groupBy(
                                (key, value) -> KeyValue.pair(value, key),
                                Grouped.with(Serdes.String(), Serdes.String()))
                        .count()
                        .toStream()
                        .to("out", Produced.with(Serdes.String(), Serdes.Long())));
    }

    private static Program twice() {
        return dsl(
                "suppress twice",
                Set.of("KTable.suppress"),
                WORDS,
                builder -> table(builder)
                        .suppress(Suppressed.untilTimeLimit(Duration.ofSeconds(1), BufferConfig.unbounded()))
                        .mapValues(value -> value + value)
                        .suppress(Suppressed.<String>untilTimeLimit(Duration.ofSeconds(4), BufferConfig.maxRecords(3))
                                .withName("second"))
                        .filterNot((key, value) -> value.equals("bb"))
                        .toStream()
                        .to("out"));
    }

    private static Program lookedUp() {
        return dsl(
                "suppress a table to join with",
                Set.of("KTable.suppress"),
                List.of(Input.words("in"), Input.words("stream")),
                builder -> {
                    KTable<String, String> table = table(builder)
                            .suppress(Suppressed.untilTimeLimit(LIMIT, BufferConfig.unbounded()))
                            .mapValues(value -> value + "!");
                    builder.<String, String>stream("stream")
                            .leftJoin(table, (value, row) -> value + row)
                            .to("out");
                });
    }

    private static KTable<String, String> table(StreamsBuilder builder) {
        return builder.table("in", Consumed.with(Serdes.String(), Serdes.String()));
    }

    private static TimeWindowedKStream<String, String> words(StreamsBuilder builder, TimeWindows windows) {
        return builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
                .groupByKey()
                .windowedBy(windows);
    }

    private static void text(KTable<Windowed<String>, ?> table) {
        table.mapValues(value -> "" + value)
                .toStream()
                .to(
                        "out",
                        Produced.with(
                                WindowedSerdes.timeWindowedSerdeFrom(String.class, SIZE.toMillis()), Serdes.String()));
    }

    private static <K, V> Materialized<K, V, KeyValueStore<Bytes, byte[]>> named(String name) {
        return Materialized.as(name);
    }
}
