package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Output.text;
import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Branched;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.GlobalKTable;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.Joined;
import dev.millrace.streams.kstream.KGroupedStream;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Materialized.StoreType;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Printed;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.Repartitioned;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.UnlimitedWindows;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.kstream.WindowedSerdes;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** The ways to say how something is grouped, joined, kept, branched, repartitioned or printed. */
final class OptionPrograms {
    private static final List<Input> WORDS = List.of(Input.words("in").complete());
    private static final List<Input> TWO = List.of(Input.words("stream"), Input.words("table"));

    private OptionPrograms() {}

    static List<Program> all() {
        List<Program> programs = new ArrayList<>();
        programs.add(dsl("options: grouped", Set.of("KStream.groupBy"), WORDS, OptionPrograms::grouped));
        programs.add(dsl("options: joined", Set.of("KStream.join(KTable)"), TWO, OptionPrograms::joined));
        programs.add(dsl(
                "options: joined with a global table",
                Set.of("KStream.join(GlobalKTable)", "KStream.leftJoin(GlobalKTable)"),
                TWO,
                OptionPrograms::joinedWithGlobal));
        programs.add(dsl("options: materialized", Set.of("KGroupedStream.count"), WORDS, OptionPrograms::materialized));
        programs.add(dsl("options: branched", Set.of("KStream.split"), WORDS, OptionPrograms::branched));
        programs.add(dsl("options: branches merged", Set.of("KStream.split", "KStream.merge"), WORDS, builder -> {
            Map<String, KStream<String, String>> branches = new TreeMap<>(builder.<String, String>stream("in")
                    .split(Named.as("b-"))
                    .branch((key, value) -> value.contains("a"), Branched.as("a"))
                    .branch((key, value) -> value.contains("b"), Branched.as("b"))
                    .defaultBranch());
            branches.get("b-a")
                    .mapValues(value -> value + "-a")
                    .merge(branches.get("b-b").selectKey((key, value) -> value))
                    .merge(branches.get("b-0"), Named.as("all"))
                    .to("out");
        }));
        programs.add(
                dsl("options: repartitioned", Set.of("KStream.repartition"), WORDS, OptionPrograms::repartitioned));
        programs.add(dsl("options: printed", Set.of("KStream.print"), WORDS, builder -> {
            KStream<String, String> stream = builder.stream("in");
            stream.print(Printed.<String, String>toFile("/dev/null")
                    .withName("printing")
                    .withLabel("label")
                    .withKeyValueMapper((key, value) -> {
                        Diary.note("printed " + key + value);
                        return key + value;
                    }));
            stream.to("out");
        }));
        programs.add(dsl("options: unlimited windows", Set.of("TimeWindowedKStream.count"), WORDS, builder -> {
            KGroupedStream<String, String> group =
                    builder.<String, String>stream("in").groupByKey();
            text(group.windowedBy(UnlimitedWindows.of()).count());
            text(group.windowedBy(UnlimitedWindows.of().startOn(Instant.ofEpochMilli(1_600_000_010_000L)))
                    .count(Materialized.as("later")));
        }));
        programs.add(dsl("options: windows told", Set.of("TimeWindowedKStream.count"), WORDS, builder -> {
                    TimeWindows hopping = TimeWindows.ofSizeWithNoGrace(Duration.ofSeconds(10))
                            .advanceBy(Duration.ofSeconds(3));
                    UnlimitedWindows unlimited = UnlimitedWindows.of();
                    Diary.note(hopping + " " + hopping.size() + " " + hopping.gracePeriodMs() + " "
                            + new TreeMap<>(hopping.windowsFor(1_234_567L)));
                    Diary.note(unlimited.size() + " " + unlimited.gracePeriodMs() + " " + unlimited.windowsFor(5L));
                    KTable<Windowed<String>, Long> counts = builder.<String, String>stream("in")
                            .groupByKey()
                            .windowedBy(hopping)
                            .emitStrategy(EmitStrategy.onWindowUpdate())
                            .count(Materialized.<String, Long, WindowStore<Bytes, byte[]>>as("told")
                                    .withRetention(Duration.ofHours(1)));
                    Diary.note(counts.queryableStoreName());
                    Diary.note(WindowedSerdes.sessionWindowedSerdeFrom(String.class)
                            .getClass()
                            .getSimpleName());
                    Diary.note(String.valueOf(
                            counts.filter((key, value) -> value > 1).queryableStoreName()));
                    text(counts);
                })
                .keeping(Duration.ofMinutes(50)));
        return programs;
    }

    private static void grouped(StreamsBuilder builder) {
        KStream<String, String> stream = builder.stream("in");
        text(stream.groupBy((key, value) -> value, Grouped.as("by-value")).count());
        text(stream.groupBy((key, value) -> value, Grouped.keySerde(Serdes.String()))
                .count());
        text(stream.groupBy((key, value) -> value, Grouped.valueSerde(Serdes.String()))
                .count());
        text(stream.groupByKey(Grouped.with(Serdes.String(), Serdes.String())).count());
        text(stream.groupBy(
                        (key, value) -> value.length(),
                        Grouped.<Integer, String>as("renamed")
                                .withName("lengths")
                                .withKeySerde(Serdes.Integer())
                                .withValueSerde(Serdes.String()))
                .count());
    }

    @SuppressWarnings("deprecation") // what was told can still be asked
    private static void joined(StreamsBuilder builder) {
        Joined<String, String, Long> told = Joined.with(Serdes.String(), null, Serdes.Long());
        Diary.note(told.keySerde().getClass() + " " + told.valueSerde() + " "
                + told.otherValueSerde().getClass() + " " + told.gracePeriod());
        KStream<String, String> stream = builder.stream("stream");
        KTable<String, String> table = builder.table("table");
        stream.join(table, (left, right) -> left + right, Joined.keySerde(Serdes.String()))
                .to("out");
        stream.join(table, (key, left, right) -> key + left + right).to("out");
        stream.leftJoin(table, (key, left, right) -> key + left + right).to("out");
        stream.leftJoin(table, (left, right) -> left + right, Joined.valueSerde(Serdes.String()))
                .to("out");
        stream.selectKey((key, value) -> value)
                .leftJoin(
                        table,
                        (left, right) -> left + right,
                        Joined.<String, String, String>otherValueSerde(Serdes.String())
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Serdes.String())
                                .withOtherValueSerde(Serdes.String())
                                .withName("by-value"))
                .to("out");
        stream.join(
                        table,
                        (left, right) -> left + right,
                        Joined.with(Serdes.String(), Serdes.String(), Serdes.String()))
                .to("out");
    }

    private static void joinedWithGlobal(StreamsBuilder builder) {
        KStream<String, String> stream = builder.stream("stream");
        GlobalKTable<String, String> table = builder.globalTable("table");
        stream.join(table, (key, value) -> value, (left, right) -> left + right, Named.as("g1"))
                .to("out");
        stream.join(table, (key, value) -> value, (key, left, right) -> key + left + right)
                .to("out");
        stream.leftJoin(table, (key, value) -> value, (left, right) -> left + right, Named.as("g2"))
                .to("out");
        stream.leftJoin(table, (key, value) -> value, (key, left, right) -> key + left + right, Named.as("g3"))
                .to("out");
    }

    private static void materialized(StreamsBuilder builder) {
        KGroupedStream<String, String> group =
                builder.<String, String>stream("in").groupByKey();
        text(group.count(Materialized.as(BuiltInDslStoreSuppliers.IN_MEMORY)));
        text(group.count(Materialized.with(Serdes.String(), Serdes.Long())));
        text(group.count(named("a")
                .withKeySerde(Serdes.String())
                .withCachingEnabled()
                .withLoggingEnabled(Map.of("retention.ms", "1000"))));
        text(group.count(named("b").withStoreType(StoreType.IN_MEMORY)));
        text(group.count(named("c").withStoreType(BuiltInDslStoreSuppliers.ROCKS_DB)));
    }

    private static void branched(StreamsBuilder builder) {
        builder.<String, String>stream("in")
                .split(Named.as("was").withName("is-"))
                .branch((key, value) -> value.isEmpty(), Branched.withConsumer(branch -> branch.to("empty"), "none"))
                .branch(
                        (key, value) -> value.equals("a"),
                        Branched.withFunction(branch -> branch.mapValues(v -> v + "!")))
                .branch(
                        (key, value) -> value.equals("b"),
                        Branched.<String, String>as("named").withName("renamed"))
                .branch((key, value) -> value.equals("c"), Branched.withFunction(branch -> null))
                .defaultBranch()
                .forEach((name, branch) -> branch.to("out-" + name));
    }

    private static void repartitioned(StreamsBuilder builder) {
        KStream<String, String> stream = builder.stream("in");
        stream.repartition(Repartitioned.with(Serdes.String(), Serdes.String())).to("out");
        stream.repartition(Repartitioned.numberOfPartitions(1)).to("out");
        stream.repartition(Repartitioned.streamPartitioner((topic, key, value, partitions) -> {
                    Diary.note(topic + " " + key + " " + value + " " + partitions);
                    return Optional.of(Set.of(0));
                }))
                .to("out");
        stream.selectKey((key, value) -> value)
                .repartition(Repartitioned.<String, String>as("was")
                        .withName("custom")
                        .withStreamPartitioner((topic, key, value, partitions) -> Optional.of(Set.of(0))))
                .groupByKey()
                .count()
                .toStream()
                .to("counts", Produced.valueSerde(Serdes.Long()));
    }

    private static Materialized<String, Long, KeyValueStore<Bytes, byte[]>> named(String name) {
        return Materialized.as(name);
    }
}
