package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Output.text;
import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.TimeWindowedKStream;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.state.KeyValueStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** The overloads that give an operator a name, a store, or both, where the plain ones have programs of their own. */
final class NamedPrograms {
    private static final List<Input> WORDS = List.of(Input.words("in").complete());
    private static final List<Input> NUMBERS = List.of(Input.numbers("in"));
    private static final Duration GRACE = Duration.ofSeconds(30);

    private NamedPrograms() {}

    static List<Program> all() {
        return List.of(
                dsl(
                        "named: records",
                        Set.of("KStream.map"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .filterNot((key, value) -> value.isEmpty(), Named.as("not-empty"))
                                .map((key, value) -> KeyValue.pair(value, key), Named.as("swapped"))
                                .flatMap((key, value) -> List.of(KeyValue.pair(key, value)), Named.as("one"))
                                .selectKey((key, value) -> key + value, Named.as("long-key"))
                                .peek((key, value) -> Diary.note(key), Named.as("looked-at"))
                                .to("out")),
                dsl("named: values", Set.of("KStream.mapValues"), WORDS, builder -> {
                    KStream<String, String> stream = builder.<String, String>stream("in")
                            .mapValues(value -> value + "!", Named.as("loud"))
                            .mapValues((key, value) -> key + value)
                            .flatMapValues(value -> List.of(value, ""), Named.as("two"))
                            .flatMapValues((key, value) -> List.of(key, value), Named.as("four"));
                    stream.foreach((key, value) -> Diary.note(key + "=" + value), Named.as("seen"));
                    stream.to("out");
                }),
                dsl(
                        "named: processors",
                        Set.of("KStream.process", "KStream.processValues"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .process(ProcessorPrograms.Describe::new, Named.as("described"))
                                .processValues(ProcessorPrograms.DescribeValue::new, Named.as("again"))
                                .to("out")),
                dsl("named: tables of streams", Set.of("KStream.toTable"), WORDS, builder -> {
                    KStream<String, String> stream = builder.stream("in");
                    stream.toTable(Named.as("plain-table")).toStream().to("out");
                    stream.toTable(Materialized.as("kept")).toStream().to("out");
                }),
                dsl("named: filtered tables", Set.of("KTable.filter", "KTable.filterNot"), WORDS, builder -> {
                    KTable<String, String> table = builder.table("in");
                    table.filter((key, value) -> value.contains("a"), Named.as("f1"))
                            .filterNot((key, value) -> key.isEmpty(), Materialized.as("s1"))
                            .toStream()
                            .to("out");
                    table.filter((key, value) -> value.contains("b"), Named.as("f2"), Materialized.as("s2"))
                            .filterNot((key, value) -> key.isEmpty(), Named.as("f3"), Materialized.as("s3"))
                            .toStream((key, value) -> key + "?", Named.as("keyed"))
                            .to("out");
                }),
                dsl("named: filters above filters", Set.of("KTable.filter"), WORDS, builder -> {
                    KTable<String, String> table = builder.table("in");
                    table.filter((key, value) -> value.contains("b"), Materialized.as("s1"))
                            .mapValues(value -> value + 1, Materialized.as("s2"))
                            .filter((key, value) -> value.contains("a"), Materialized.as("s3"))
                            .toStream()
                            .to("out");
                    table.filter((key, value) -> value.contains("b"), Materialized.as("s4"))
                            .filter((key, value) -> value.contains("a"))
                            .filter((key, value) -> value.contains("c"), Materialized.as("s5"))
                            .toStream()
                            .to("out");
                }),
                dsl("named: filters of a kept table", Set.of("KTable.filter"), WORDS, builder -> {
                    KTable<String, String> table = builder.table("in", Materialized.as("rows"));
                    table.filter((key, value) -> value.contains("b"), Materialized.as("s1"))
                            .filter((key, value) -> value.contains("a"), Materialized.as("s2"))
                            .toStream()
                            .to("out");
                    table.mapValues(value -> value + "1")
                            .filter((key, value) -> value.contains("a"), Materialized.as("s3"))
                            .filter((key, value) -> value.contains("c"))
                            .toStream()
                            .to("out");
                }),
                dsl("named: mapped tables", Set.of("KTable.mapValues"), WORDS, builder -> {
                    KTable<String, String> table = builder.table("in");
                    table.mapValues(value -> value + 1, Named.as("m1"))
                            .mapValues((key, value) -> key + value, Named.as("m2"))
                            .mapValues((key, value) -> key + value, Materialized.as("s1"))
                            .toStream()
                            .to("out");
                    table.mapValues(value -> value + 2, Named.as("m3"), Materialized.as("s2"))
                            .mapValues((key, value) -> key + value, Named.as("m4"), Materialized.as("s3"))
                            .toStream()
                            .to("out");
                }),
                dsl(
                        "named: aggregations",
                        Set.of("KGroupedStream.count", "KGroupedStream.aggregate"),
                        WORDS,
                        builder -> {
                            var group = builder.<String, String>stream("in").groupByKey();
                            text(group.count(Named.as("counted")));
                            group.aggregate(
                                            () -> "",
                                            (key, value, all) -> shortened(all + value),
                                            Materialized.as("strings"))
                                    .toStream()
                                    .to("out");
                        }),
                dsl("named: counts of tables", Set.of("KGroupedTable.count"), WORDS, builder -> {
                    var group = builder.<String, String>table("in").groupBy((key, value) -> KeyValue.pair(value, key));
                    text(group.count(Named.as("counted")));
                    text(group.count(Named.as("stored"), Materialized.as("counts")));
                }),
                dsl("named: aggregations of tables", Set.of("KGroupedTable.aggregate"), NUMBERS, builder -> {
                    var group = builder.table("in", Consumed.with(Serdes.String(), Serdes.Long()))
                            .groupBy(
                                    (key, value) -> KeyValue.pair(key.length() > 1 ? "long" : "short", value),
                                    Grouped.with(Serdes.String(), Serdes.Long()));
                    text(group.reduce(Long::sum, (sum, old) -> sum - old, Named.as("reduced"), keyValues("sums")));
                    group.aggregate(
                                    () -> "",
                                    (key, value, all) -> shortened(all + "+" + value),
                                    (key, value, all) -> shortened(all + "-" + value),
                                    Named.as("aggregated"))
                            .toStream()
                            .to("out");
                    group.aggregate(
                                    () -> "",
                                    (key, value, all) -> shortened(all + "+" + value),
                                    (key, value, all) -> shortened(all + "-" + value),
                                    Named.as("aggregated-and-stored"),
                                    Materialized.as("strings"))
                            .toStream()
                            .to("out");
                }),
                dsl("named: windows", Set.of("TimeWindowedKStream.aggregate"), WORDS, builder -> {
                            TimeWindowedKStream<String, String> windows = windows(builder);
                            text(windows.count(Named.as("counted"), Materialized.as("counts")));
                            text(windows.reduce((one, other) -> shortened(one + other), Named.as("reduced")));
                            text(windows.reduce((one, other) -> shortened(one + other), Materialized.as("joined")));
                            text(windows.aggregate(() -> "", (key, value, all) -> shortened(all + value)));
                            text(windows.aggregate(
                                    () -> "", (key, value, all) -> shortened(all + value), Named.as("aggregated")));
                        })
                        .keeping(GRACE.plusSeconds(10)));
    }

    private static TimeWindowedKStream<String, String> windows(StreamsBuilder builder) {
        return builder.<String, String>stream("in")
                .groupByKey()
                .windowedBy(TimeWindows.ofSizeAndGrace(Duration.ofSeconds(10), GRACE));
    }

    private static String shortened(String text) {
        return text.length() > 20 ? "" : text;
    }

    private static <V> Materialized<String, V, KeyValueStore<Bytes, byte[]>> keyValues(String name) {
        return Materialized.as(name);
    }
}
