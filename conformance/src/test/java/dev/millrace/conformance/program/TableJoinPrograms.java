package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Joins of tables by key. */
final class TableJoinPrograms {
    private static final List<Input> TWO = List.of(Input.words("left"), Input.words("right"));
    private static final List<Input> THREE = List.of(Input.words("left"), Input.words("right"), Input.words("third"));
    private static final List<Input> ONE = List.of(Input.words("left"));

    /** Notes its calls: who is asked, and how often, is part of what must be equal. Gives no result for some values. */
    private static final ValueJoiner<String, String, String> JOINER = (left, right) -> {
        Diary.note("joins " + left + " and " + right);
        return "c".equals(left) ? null : left + "+" + right;
    };

    private TableJoinPrograms() {}

    static List<Program> all() {
        return List.of(
                inner("tables: join", (left, right) -> left.join(right, JOINER)),
                inner("tables: join named", (left, right) -> left.join(right, JOINER, Named.as("joined"))),
                inner("tables: join materialized", (left, right) -> left.join(right, JOINER, store("joined"))),
                inner(
                        "tables: join named and materialized",
                        (left, right) -> left.join(right, JOINER, Named.as("joined"), store("rows"))),
                left("tables: leftJoin", (left, right) -> left.leftJoin(right, JOINER)),
                left("tables: leftJoin named", (left, right) -> left.leftJoin(right, JOINER, Named.as("joined"))),
                left("tables: leftJoin materialized", (left, right) -> left.leftJoin(right, JOINER, store("joined"))),
                left(
                        "tables: leftJoin named and materialized",
                        (left, right) -> left.leftJoin(
                                right, JOINER, Named.as("joined"), store("rows").withCachingDisabled())),
                outer("tables: outerJoin", (left, right) -> left.outerJoin(right, JOINER)),
                outer("tables: outerJoin named", (left, right) -> left.outerJoin(right, JOINER, Named.as("joined"))),
                outer(
                        "tables: outerJoin materialized without a name",
                        (left, right) ->
                                left.outerJoin(right, JOINER, Materialized.with(Serdes.String(), Serdes.String()))),
                outer(
                        "tables: outerJoin named and materialized",
                        (left, right) -> left.outerJoin(
                                right,
                                JOINER,
                                Named.as("joined"),
                                Materialized.as(Stores.inMemoryKeyValueStore("rows")))),
                inner("tables: join of filtered tables", TableJoinPrograms::filtered),
                left(
                        "tables: leftJoin of filtered tables",
                        (left, right) -> left.filter((key, value) -> value.contains("b"))
                                .leftJoin(
                                        right.mapValues(value -> value + "!").filterNot((key, value) -> key.isEmpty()),
                                        JOINER)),
                outer(
                        "tables: outerJoin of filtered tables",
                        (left, right) -> left.filter((key, value) -> value.contains("b"), store("filtered"))
                                .outerJoin(right.filter((key, value) -> value.contains("a")), JOINER)),
                program(
                        "tables: join grouped",
                        "KTable.join(KTable)",
                        TWO,
                        builder -> grouped(left(builder).join(right(builder), JOINER))),
                program(
                        "tables: leftJoin grouped",
                        "KTable.leftJoin(KTable)",
                        TWO,
                        builder -> grouped(left(builder).leftJoin(right(builder), JOINER, store("joined")))),
                program("tables: outerJoin grouped", "KTable.outerJoin(KTable)", TWO, builder -> {
                    KTable<String, String> joined = left(builder).outerJoin(right(builder), JOINER);
                    grouped(joined);
                    joined.toStream().to("out");
                }),
                program("tables: join of a join", "KTable.join(KTable)", THREE, TableJoinPrograms::joinOfJoins),
                program(
                        "tables: join of an outer join",
                        "KTable.leftJoin(KTable)",
                        THREE,
                        builder -> builder.<String, String>table("third")
                                .leftJoin(left(builder).outerJoin(right(builder), JOINER), JOINER)
                                .toStream()
                                .to("out")),
                program("tables: join of a table with itself", "KTable.join(KTable)", ONE, builder -> {
                    KTable<String, String> table = left(builder);
                    grouped(table.mapValues(value -> value + "1").join(table, JOINER));
                }),
                program("tables: join of aggregates", "KTable.outerJoin(KTable)", TWO, TableJoinPrograms::ofAggregates),
                program("tables: join of windows", "KTable.leftJoin(KTable)", TWO, TableJoinPrograms::ofWindows),
                program("tables: stream joined with a join", "KTable.join(KTable)", THREE, builder -> {
                    KTable<String, String> joined = left(builder).outerJoin(right(builder), JOINER);
                    builder.<String, String>stream("third")
                            .leftJoin(joined, (value, row) -> value + "/" + row)
                            .to("out");
                    joined.filter((key, value) -> value.contains("b"))
                            .toStream()
                            .to("filtered");
                }));
    }

    private static KTable<String, String> filtered(KTable<String, String> left, KTable<String, String> right) {
        return left.filter((key, value) -> value.contains("b"))
                .join(right, JOINER)
                .filter((key, value) -> value.contains("a"));
    }

    private static void joinOfJoins(StreamsBuilder builder) {
        left(builder)
                .join(right(builder), JOINER)
                .leftJoin(builder.table("third", Materialized.as("thirds")), JOINER)
                .filter((key, value) -> value.contains("b"), store("filtered"))
                .toStream()
                .to("out");
    }

    private static void ofAggregates(StreamsBuilder builder) {
        KTable<String, Long> counts =
                builder.<String, String>stream("left").groupByKey().count();
        counts.outerJoin(right(builder), (count, value) -> count + "x" + value)
                .toStream()
                .to("out");
    }

    private static void ofWindows(StreamsBuilder builder) {
        windows(builder, "left")
                .leftJoin(windows(builder, "right"), (left, right) -> left + "/" + right)
                .toStream((window, value) -> String.valueOf(window))
                .to("out");
    }

    /** Kept for long, because each engine has its own time for windows to go. */
    private static KTable<Windowed<String>, Long> windows(StreamsBuilder builder, String topic) {
        return builder.<String, String>stream(topic)
                .groupByKey()
                .windowedBy(TimeWindows.ofSizeAndGrace(Duration.ofSeconds(10), Duration.ofSeconds(10)))
                .count(Materialized.<String, Long, WindowStore<Bytes, byte[]>>as("counts-" + topic)
                        .withRetention(Duration.ofDays(1)));
    }

    private static void grouped(KTable<String, String> table) {
        table.groupBy((key, value) -> KeyValue.pair(value, key), Grouped.with(Serdes.String(), Serdes.String()))
                .count()
                .toStream()
                .mapValues(String::valueOf)
                .to("counts");
    }

    // ---- how a program is made ----

    private static Program inner(
            String name, BiFunction<KTable<String, String>, KTable<String, String>, KTable<String, String>> join) {
        return joining(name, "KTable.join(KTable)", join);
    }

    private static Program left(
            String name, BiFunction<KTable<String, String>, KTable<String, String>, KTable<String, String>> join) {
        return joining(name, "KTable.leftJoin(KTable)", join);
    }

    private static Program outer(
            String name, BiFunction<KTable<String, String>, KTable<String, String>, KTable<String, String>> join) {
        return joining(name, "KTable.outerJoin(KTable)", join);
    }

    private static Program joining(
            String name,
            String operator,
            BiFunction<KTable<String, String>, KTable<String, String>, KTable<String, String>> join) {
        return program(
                name,
                operator,
                TWO,
                builder -> join.apply(left(builder), right(builder)).toStream().to("out"));
    }

    private static Program program(
            String name, String operator, List<Input> inputs, Consumer<StreamsBuilder> definition) {
        return dsl(name, Set.of(operator), inputs, definition);
    }

    private static KTable<String, String> left(StreamsBuilder builder) {
        return builder.table("left");
    }

    private static KTable<String, String> right(StreamsBuilder builder) {
        return builder.table("right");
    }

    private static Materialized<String, String, KeyValueStore<Bytes, byte[]>> store(String name) {
        return Materialized.as(name);
    }
}
