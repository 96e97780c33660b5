package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Output.text;
import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.TimeWindowedKStream;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.WindowedSerdes;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Aggregations in tumbling and hopping windows, with and without grace. */
final class WindowPrograms {
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final List<Input> NUMBERS = List.of(Input.numbers("in").withoutNullValues());
    private static final TimeWindows TUMBLING = TimeWindows.ofSizeWithNoGrace(Duration.ofSeconds(10));
    private static final TimeWindows GRACE = TimeWindows.ofSizeAndGrace(Duration.ofSeconds(10), Duration.ofSeconds(30));
    private static final TimeWindows HOPPING = TimeWindows.ofSizeAndGrace(Duration.ofSeconds(10), Duration.ofMinutes(5))
            .advanceBy(Duration.ofSeconds(3));

    private static final Duration SIZE = Duration.ofSeconds(10);
    private static final Duration GRACE_RETENTION = Duration.ofSeconds(40);
    private static final Duration HOPPING_RETENTION = Duration.ofSeconds(310);

    private WindowPrograms() {}

    static List<Program> all() {
        return List.of(
                dsl(
                                "tumbling count",
                                Set.of("TimeWindowedKStream.count"),
                                WORDS,
                                builder -> text(words(builder, TUMBLING).count()))
                        .keeping(SIZE),
                dsl(
                                "tumbling count with grace",
                                Set.of("TimeWindowedKStream.count"),
                                WORDS,
                                builder -> text(words(builder, GRACE).count(Named.as("counting"))))
                        .keeping(GRACE_RETENTION),
                dsl(
                                "tumbling count materialized",
                                Set.of("TimeWindowedKStream.count"),
                                WORDS,
                                builder -> text(words(builder, GRACE).count(WindowPrograms.<Long>named("counts"))))
                        .keeping(GRACE_RETENTION),
                dsl(
                                "tumbling count uncached",
                                Set.of("TimeWindowedKStream.count"),
                                WORDS,
                                builder -> text(words(builder, GRACE)
                                        .count(WindowPrograms.<Long>named("counts")
                                                .withCachingDisabled())))
                        .keeping(GRACE_RETENTION),
                dsl(
                                "tumbling count in memory",
                                Set.of("TimeWindowedKStream.count"),
                                WORDS,
                                builder -> text(words(builder, GRACE)
                                        .count(Materialized.<String, Long>as(Stores.inMemoryWindowStore(
                                                        "counts", Duration.ofMinutes(2), Duration.ofSeconds(10), false))
                                                .withValueSerde(Serdes.Long()))))
                        .keeping(Duration.ofMinutes(2)),
                dsl(
                                "tumbling count with retention",
                                Set.of("TimeWindowedKStream.count"),
                                WORDS,
                                builder -> text(words(builder, GRACE)
                                        .count(WindowPrograms.<Long>named("counts")
                                                .withRetention(Duration.ofHours(2)))))
                        .keeping(Duration.ofHours(2)),
                dsl(
                                "hopping count",
                                Set.of("TimeWindowedKStream.count"),
                                WORDS,
                                builder -> text(words(builder, HOPPING).count()))
                        .keeping(HOPPING_RETENTION),
                dsl(
                                "hopping count uncached",
                                Set.of("TimeWindowedKStream.count"),
                                WORDS,
                                builder -> text(words(builder, HOPPING)
                                        .count(WindowPrograms.<Long>named("counts")
                                                .withCachingDisabled())))
                        .keeping(HOPPING_RETENTION),
                dsl(
                                "hopping count unlogged",
                                Set.of("TimeWindowedKStream.count"),
                                WORDS,
                                builder -> text(words(builder, HOPPING)
                                        .count(WindowPrograms.<Long>named("counts")
                                                .withLoggingDisabled())))
                        .keeping(HOPPING_RETENTION),
                dsl(
                                "tumbling reduce of nulls",
                                Set.of("TimeWindowedKStream.reduce"),
                                WORDS,
                                builder -> words(builder, GRACE)
                                        .reduce((one, other) -> other == null ? "none" : one + other)
                                        .toStream()
                                        .map((window, value) -> KeyValue.pair(window.toString(), value))
                                        .to("out"))
                        .keeping(GRACE_RETENTION),
                dsl(
                                "hopping reduce",
                                Set.of("TimeWindowedKStream.reduce"),
                                NUMBERS,
                                builder -> text(numbers(builder, HOPPING).reduce(Long::sum)))
                        .keeping(HOPPING_RETENTION),
                dsl(
                                "hopping reduce materialized",
                                Set.of("TimeWindowedKStream.reduce"),
                                NUMBERS,
                                builder -> text(numbers(builder, HOPPING)
                                        .reduce(Math::max, Named.as("max"), WindowPrograms.<Long>named("max"))))
                        .keeping(HOPPING_RETENTION),
                dsl(
                                "tumbling aggregate",
                                Set.of("TimeWindowedKStream.aggregate"),
                                NUMBERS,
                                builder -> text(numbers(builder, GRACE)
                                        .aggregate(
                                                () -> 0L,
                                                (key, value, sum) -> sum + value,
                                                WindowPrograms.<Long>named("sums")
                                                        .withValueSerde(Serdes.Long()))))
                        .keeping(GRACE_RETENTION),
                dsl(
                                "tumbling aggregate to null",
                                Set.of("TimeWindowedKStream.aggregate"),
                                NUMBERS,
                                builder -> text(numbers(builder, GRACE)
                                        .aggregate(
                                                () -> 0L,
                                                (key, value, sum) -> value < 0 ? null : sum + value,
                                                Named.as("summing"),
                                                WindowPrograms.<Long>named("sums")
                                                        .withValueSerde(Serdes.Long()))))
                        .keeping(GRACE_RETENTION)
                        .withoutPositions(),
                dsl(
                                "windows by another key",
                                Set.of("KStream.groupBy"),
                                WORDS,
                                builder -> text(builder.<String, String>stream("in")
                                        .groupBy((key, value) -> value)
                                        .windowedBy(GRACE)
                                        .count()))
                        .keeping(GRACE_RETENTION),
                dsl(
                                "windowed keys to a topic",
                                Set.of("KStream.to"),
                                WORDS,
                                builder -> words(builder, GRACE)
                                        .count()
                                        .toStream()
                                        .to(
                                                "out",
                                                Produced.with(
                                                        WindowedSerdes.timeWindowedSerdeFrom(String.class, 10_000L),
                                                        Serdes.Long())))
                        .keeping(GRACE_RETENTION),
                dsl(
                                "count of windows",
                                Set.of("KTable.groupBy", "TimeWindowedKStream.count"),
                                WORDS,
                                builder -> words(builder, GRACE)
                                        .count()
                                        .filter((window, count) -> count > 1)
                                        .groupBy(
                                                (window, count) -> KeyValue.pair(window.key(), count),
                                                Grouped.with(Serdes.String(), Serdes.Long()))
                                        .reduce(Long::sum, (sum, old) -> sum - old)
                                        .toStream()
                                        .mapValues(String::valueOf)
                                        .to("out"))
                        .keeping(GRACE_RETENTION));
    }

    private static TimeWindowedKStream<String, String> words(StreamsBuilder builder, TimeWindows windows) {
        return builder.<String, String>stream("in").groupByKey().windowedBy(windows);
    }

    private static TimeWindowedKStream<String, Long> numbers(StreamsBuilder builder, TimeWindows windows) {
        return builder.stream("in", Consumed.with(Serdes.String(), Serdes.Long()))
                .groupByKey(Grouped.with(Serdes.String(), Serdes.Long()))
                .windowedBy(windows);
    }

    private static <V> Materialized<String, V, WindowStore<Bytes, byte[]>> named(String name) {
        return Materialized.as(name);
    }
}
