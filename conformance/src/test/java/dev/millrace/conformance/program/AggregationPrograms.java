package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Output.text;
import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KGroupedStream;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.Stores;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Aggregations of streams by key, without windows. */
final class AggregationPrograms {
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final List<Input> NUMBERS = List.of(Input.numbers("in"));

    private AggregationPrograms() {}

    static List<Program> all() {
        return List.of(
                dsl(
                        "word count",
                        Set.of("KStream.groupBy", "KGroupedStream.count"),
                        List.of(Input.sentences("in").complete()),
                        builder -> builder.<String, String>stream("in")
                                .flatMapValues(value -> Arrays.asList(value.split(" ")))
                                .groupBy((key, word) -> word)
                                .count()
                                .toStream()
                                .mapValues(String::valueOf)
                                .to("out")),
                dsl(
                        "count",
                        Set.of("KStream.groupByKey", "KGroupedStream.count"),
                        WORDS,
                        builder -> text(grouped(builder).count())),
                dsl(
                        "count materialized",
                        Set.of("KGroupedStream.count"),
                        WORDS,
                        builder -> text(grouped(builder).count(Named.as("counting"), Materialized.as("counts")))),
                dsl(
                        "count uncached",
                        Set.of("KGroupedStream.count"),
                        WORDS,
                        builder -> text(grouped(builder)
                                .count(AggregationPrograms.<Long>named("counts").withCachingDisabled()))),
                dsl(
                        "count in memory",
                        Set.of("KGroupedStream.count"),
                        WORDS,
                        builder -> text(grouped(builder)
                                .count(Materialized.<String, Long>as(Stores.inMemoryKeyValueStore("counts"))
                                        .withValueSerde(Serdes.Long())))),
                dsl(
                        "count in a plain store",
                        Set.of("KGroupedStream.count"),
                        WORDS,
                        builder -> text(grouped(builder)
                                .count(Materialized.<String, Long>as(Stores.persistentKeyValueStore("counts"))
                                        .withValueSerde(Serdes.Long())
                                        .withCachingDisabled()))),
                dsl(
                        "count unlogged",
                        Set.of("KGroupedStream.count"),
                        WORDS,
                        builder -> text(grouped(builder)
                                .count(AggregationPrograms.<Long>named("counts").withLoggingDisabled()))),
                dsl(
                        "groupBy grouped",
                        Set.of("KStream.groupBy"),
                        WORDS,
                        builder -> text(builder.<String, String>stream("in")
                                .groupBy(
                                        (key, value) -> value == null ? null : value.length(),
                                        Grouped.with("lengths", Serdes.Integer(), Serdes.String()))
                                .count()
                                .mapValues(count -> count))),
                dsl("two aggregations of one group", Set.of("KStream.groupBy"), WORDS, builder -> {
                    KGroupedStream<String, String> group =
                            builder.<String, String>stream("in").groupBy((key, value) -> value);
                    group.count().toStream().mapValues(String::valueOf).to("counts");
                    group.reduce((one, other) -> one + other).toStream().to("joined");
                }),
                dsl(
                        "reduce",
                        Set.of("KGroupedStream.reduce"),
                        WORDS,
                        builder -> grouped(builder)
                                .reduce((one, other) -> one.length() > 20 ? other : one + other)
                                .toStream()
                                .to("out")),
                dsl(
                        "reduce to null",
                        Set.of("KGroupedStream.reduce"),
                        WORDS,
                        builder -> grouped(builder)
                                .reduce(
                                        (one, other) -> one.length() > 3 ? null : one + other,
                                        Materialized.as("joined"))
                                .toStream()
                                .to("out")),
                dsl(
                        "reduce numbers",
                        Set.of("KGroupedStream.reduce"),
                        NUMBERS,
                        builder -> text(numbers(builder)
                                .groupByKey(Grouped.with(Serdes.String(), Serdes.Long()))
                                .reduce(Math::max, Named.as("max"), named("max")))),
                dsl(
                        "aggregate",
                        Set.of("KGroupedStream.aggregate"),
                        NUMBERS,
                        builder -> numbers(builder)
                                .groupByKey(Grouped.with(Serdes.String(), Serdes.Long()))
                                .aggregate(
                                        () -> "",
                                        (key, value, aggregate) -> aggregate.length() > 12 ? "" : aggregate + value)
                                .toStream()
                                .to("out")),
                dsl(
                        "aggregate materialized",
                        Set.of("KGroupedStream.aggregate"),
                        NUMBERS,
                        builder -> text(numbers(builder)
                                .groupByKey(Grouped.with(Serdes.String(), Serdes.Long()))
                                .aggregate(
                                        () -> 100L,
                                        (key, value, sum) -> value < 0 ? null : sum + value,
                                        Named.as("summing"),
                                        AggregationPrograms.<Long>named("sums")
                                                .withKeySerde(Serdes.String())
                                                .withValueSerde(Serdes.Long())))),
                dsl(
                        "count of counts",
                        Set.of("KGroupedStream.count", "KTable.groupBy"),
                        WORDS,
                        builder -> text(grouped(builder)
                                .count()
                                .groupBy(
                                        (key, count) -> KeyValue.pair("n" + count, key),
                                        Grouped.with(Serdes.String(), Serdes.String()))
                                .count())),
                dsl(
                        "filtered counts",
                        Set.of("KTable.filter", "KGroupedStream.count"),
                        WORDS,
                        builder -> text(grouped(builder)
                                .count()
                                .filter((key, count) -> count % 2 == 0)
                                .mapValues(count -> count * 10))));
    }

    private static KGroupedStream<String, String> grouped(StreamsBuilder builder) {
        return builder.<String, String>stream("in").groupByKey();
    }

    private static KStream<String, Long> numbers(StreamsBuilder builder) {
        return builder.stream("in", Consumed.with(Serdes.String(), Serdes.Long()));
    }

    private static <V> Materialized<String, V, KeyValueStore<Bytes, byte[]>> named(String name) {
        return Materialized.as(name);
    }
}
