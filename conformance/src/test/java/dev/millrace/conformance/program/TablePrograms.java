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
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.Stores;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Tables, what is computed from them, and aggregations over them. */
final class TablePrograms {
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final List<Input> NUMBERS = List.of(Input.numbers("in"));

    private TablePrograms() {}

    static List<Program> all() {
        return List.of(
                dsl(
                        "table",
                        Set.of("StreamsBuilder.table", "KTable.toStream"),
                        WORDS,
                        builder ->
                                builder.<String, String>table("in").toStream().to("out")),
                dsl(
                        "table materialized",
                        Set.of("StreamsBuilder.table"),
                        WORDS,
                        builder -> builder.<String, String>table("in", Materialized.as("words"))
                                .toStream(Named.as("changes"))
                                .to("out")),
                dsl(
                        "table in memory",
                        Set.of("StreamsBuilder.table"),
                        WORDS,
                        builder -> builder.table(
                                        "in", Materialized.<String, String>as(Stores.inMemoryKeyValueStore("words")))
                                .toStream((key, value) -> key + "/" + value)
                                .to("out")),
                dsl(
                        "table uncached unlogged",
                        Set.of("StreamsBuilder.table"),
                        WORDS,
                        builder -> builder.table(
                                        "in",
                                        TablePrograms.<String, String>named("words")
                                                .withCachingDisabled()
                                                .withLoggingDisabled())
                                .toStream()
                                .to("out")),
                dsl(
                        "toTable",
                        Set.of("KStream.toTable"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .toTable()
                                .toStream()
                                .to("out")),
                dsl(
                        "toTable materialized",
                        Set.of("KStream.toTable"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .selectKey((key, value) -> value)
                                .toTable(Named.as("by-value"), Materialized.as("words"))
                                .toStream()
                                .to("out")),
                dsl(
                        "table filter",
                        Set.of("KTable.filter"),
                        WORDS,
                        builder -> builder.<String, String>table("in")
                                .filter((key, value) -> value.contains("b"))
                                .toStream()
                                .to("out")),
                dsl(
                        "table filter materialized",
                        Set.of("KTable.filter"),
                        WORDS,
                        builder -> builder.<String, String>table("in", Materialized.as("words"))
                                .filter((key, value) -> value.contains("b"), Materialized.as("with-b"))
                                .toStream()
                                .to("out")),
                dsl(
                        "table filterNot",
                        Set.of("KTable.filterNot"),
                        WORDS,
                        builder -> builder.<String, String>table("in", Materialized.as("words"))
                                .filterNot((key, value) -> value.isEmpty(), Named.as("not-empty"))
                                .toStream()
                                .to("out")),
                dsl(
                        "table mapValues",
                        Set.of("KTable.mapValues"),
                        WORDS,
                        builder -> builder.<String, String>table("in")
                                .mapValues(value -> value.toUpperCase(Locale.ROOT))
                                .mapValues((key, value) -> key + value)
                                .toStream()
                                .to("out")),
                dsl(
                        "table mapValues materialized",
                        Set.of("KTable.mapValues"),
                        WORDS,
                        builder -> builder.<String, String>table("in")
                                .mapValues(
                                        String::length,
                                        TablePrograms.<String, Integer>named("lengths")
                                                .withKeySerde(Serdes.String())
                                                .withValueSerde(Serdes.Integer()))
                                .toStream()
                                .mapValues(String::valueOf)
                                .to("out")),
                dsl(
                        "table filter then map materialized",
                        Set.of("KTable.filter", "KTable.mapValues"),
                        WORDS,
                        builder -> builder.<String, String>table("in")
                                .filter((key, value) -> !value.equals("c"))
                                .mapValues(value -> value + value, Materialized.as("twice"))
                                .filter((key, value) -> value.length() < 6, Materialized.as("short"))
                                .toStream()
                                .to("out")),
                dsl(
                        "table count",
                        Set.of("KTable.groupBy", "KGroupedTable.count"),
                        WORDS,
                        builder -> builder.<String, String>table("in")
                                .groupBy((key, value) -> KeyValue.pair(value, key))
                                .count()
                                .toStream()
                                .mapValues(String::valueOf)
                                .to("out")),
                dsl(
                        "table count materialized",
                        Set.of("KGroupedTable.count"),
                        WORDS,
                        builder -> builder.<String, String>table("in", Materialized.as("words"))
                                .groupBy(
                                        (key, value) -> KeyValue.pair(value.isEmpty() ? null : value, key),
                                        Grouped.with("by-value", Serdes.String(), Serdes.String()))
                                .count(Materialized.as("counts"))
                                .toStream()
                                .mapValues(String::valueOf)
                                .to("out")),
                dsl(
                        "table reduce",
                        Set.of("KGroupedTable.reduce"),
                        NUMBERS,
                        builder -> numbers(builder)
                                .groupBy(
                                        (key, value) -> KeyValue.pair(key.length() > 1 ? "long" : "short", value),
                                        Grouped.with(Serdes.String(), Serdes.Long()))
                                .reduce(Long::sum, (sum, old) -> sum - old)
                                .toStream()
                                .mapValues(String::valueOf)
                                .to("out")),
                dsl(
                        "table reduce materialized",
                        Set.of("KGroupedTable.reduce"),
                        NUMBERS,
                        builder -> numbers(builder)
                                .filter((key, value) -> value > 0)
                                .groupBy(
                                        (key, value) -> KeyValue.pair(key.length() > 1 ? "long" : "short", value),
                                        Grouped.with(Serdes.String(), Serdes.Long()))
                                .reduce(
                                        Long::sum,
                                        (sum, old) -> sum - old,
                                        TablePrograms.<String, Long>named("sums")
                                                .withCachingDisabled())
                                .toStream()
                                .mapValues(String::valueOf)
                                .to("out")),
                dsl(
                        "table aggregate",
                        Set.of("KGroupedTable.aggregate"),
                        NUMBERS,
                        builder -> numbers(builder)
                                .mapValues(value -> value * 2)
                                .groupBy(
                                        (key, value) -> KeyValue.pair("k" + value % 5, value),
                                        Grouped.with(Serdes.String(), Serdes.Long()))
                                .aggregate(
                                        () -> "",
                                        (key, value, aggregate) -> aggregate + "+" + value,
                                        (key, value, aggregate) -> aggregate + "-" + value)
                                .toStream()
                                .to("out")),
                dsl(
                        "table aggregate to null",
                        Set.of("KGroupedTable.aggregate"),
                        NUMBERS,
                        builder -> numbers(builder)
                                .groupBy(
                                        (key, value) -> KeyValue.pair(key, value),
                                        Grouped.with(Serdes.String(), Serdes.Long()))
                                .aggregate(
                                        () -> null,
                                        (key, value, aggregate) ->
                                                aggregate == null ? "" + value : aggregate + "+" + value,
                                        (key, value, aggregate) -> null,
                                        Materialized.as("last"))
                                .toStream()
                                .to("out")));
    }

    private static KTable<String, Long> numbers(StreamsBuilder builder) {
        return builder.table("in", Consumed.with(Serdes.String(), Serdes.Long()));
    }

    private static <K, V> Materialized<K, V, KeyValueStore<Bytes, byte[]>> named(String name) {
        return Materialized.as(name);
    }
}
