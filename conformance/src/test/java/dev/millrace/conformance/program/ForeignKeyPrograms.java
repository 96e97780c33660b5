package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.errors.LogAndContinueProcessingExceptionHandler;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.TableJoined;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.Stores;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Joins of tables by foreign key. */
final class ForeignKeyPrograms {
    private static final List<Input> TWO = List.of(Input.words("left"), Input.words("foreign"));
    private static final List<Input> LONG = List.of(Input.sentences("left"), Input.sentences("foreign"));
    private static final List<Input> THREE = List.of(Input.words("left"), Input.words("foreign"), Input.words("third"));
    private static final List<Input> ONE = List.of(Input.words("left"));

    /** A value refers to its first letter, an empty one to nothing. */
    static final Function<String, String> FIRST_LETTER = ForeignKeyPrograms::firstLetter;
    /** A row refers to its key or to its value, "c" to nothing. */
    static final BiFunction<String, String, String> BY_KEY_AND_VALUE = ForeignKeyPrograms::keyOrValue;

    /** Both values; no result with "c". */
    static final ValueJoiner<String, String, String> JOINER = (left, foreign) -> {
        Diary.note("joins " + left + " and " + foreign);
        return "c".equals(foreign) ? null : left + "+" + foreign;
    };

    private ForeignKeyPrograms() {}

    private static String firstLetter(String value) {
        Diary.note("refers " + value);
        return value.isEmpty() ? null : value.substring(0, 1);
    }

    private static String keyOrValue(String key, String value) {
        return value.equals("c") ? null : key.length() > 1 ? key : value;
    }

    static List<Program> all() {
        return List.of(
                inner("foreign key: join", (left, foreign) -> left.join(foreign, FIRST_LETTER, JOINER)),
                inner(
                        "foreign key: join named",
                        (left, foreign) -> left.join(foreign, FIRST_LETTER, JOINER, TableJoined.as("joined"))),
                inner(
                        "foreign key: join materialized",
                        (left, foreign) -> left.join(foreign, FIRST_LETTER, JOINER, store("rows"))),
                inner(
                        "foreign key: join named and materialized",
                        (left, foreign) ->
                                left.join(foreign, FIRST_LETTER, JOINER, TableJoined.as("joined"), store("rows"))),
                inner("foreign key: join by key", (left, foreign) -> left.join(foreign, BY_KEY_AND_VALUE, JOINER)),
                inner(
                        "foreign key: join by key, named",
                        (left, foreign) -> left.join(
                                foreign,
                                BY_KEY_AND_VALUE,
                                JOINER,
                                TableJoined.<String, String>with(null, null).withName("joined"))),
                inner(
                        "foreign key: join by key, materialized",
                        (left, foreign) -> left.join(
                                foreign,
                                BY_KEY_AND_VALUE,
                                JOINER,
                                Materialized.with(Serdes.String(), Serdes.String()))),
                inner(
                        "foreign key: join by key, named and materialized",
                        (left, foreign) -> left.join(
                                foreign,
                                BY_KEY_AND_VALUE,
                                JOINER,
                                TableJoined.as("joined"),
                                Materialized.<String, String>as(Stores.inMemoryKeyValueStore("rows"))
                                        .withCachingDisabled())),
                left("foreign key: leftJoin", (left, foreign) -> left.leftJoin(foreign, FIRST_LETTER, JOINER)),
                left(
                        "foreign key: leftJoin named",
                        (left, foreign) -> left.leftJoin(foreign, FIRST_LETTER, JOINER, TableJoined.as("joined"))),
                left(
                        "foreign key: leftJoin materialized",
                        (left, foreign) -> left.leftJoin(foreign, FIRST_LETTER, JOINER, store("rows"))),
                left(
                        "foreign key: leftJoin named and materialized",
                        (left, foreign) ->
                                left.leftJoin(foreign, FIRST_LETTER, JOINER, TableJoined.as("joined"), store("rows"))),
                left(
                        "foreign key: leftJoin by key",
                        (left, foreign) -> left.leftJoin(foreign, BY_KEY_AND_VALUE, JOINER)),
                left(
                        "foreign key: leftJoin by key, named",
                        (left, foreign) -> left.leftJoin(foreign, BY_KEY_AND_VALUE, JOINER, TableJoined.as("joined"))),
                left(
                        "foreign key: leftJoin by key, materialized",
                        (left, foreign) -> left.leftJoin(foreign, BY_KEY_AND_VALUE, JOINER, store("rows"))),
                left(
                        "foreign key: leftJoin by key, named and materialized",
                        (left, foreign) -> left.leftJoin(
                                foreign, BY_KEY_AND_VALUE, JOINER, TableJoined.as("joined"), store("rows"))),
                left(
                        "foreign key: partitioned by the user",
                        (left, foreign) -> left.leftJoin(
                                foreign,
                                FIRST_LETTER,
                                JOINER,
                                TableJoined.with(partitioner("left"), partitioner("foreign")))),
                inner(
                        "foreign key: only the foreign table partitioned by the user",
                        (left, foreign) -> left.join(
                                foreign,
                                FIRST_LETTER,
                                JOINER,
                                TableJoined.<String, String>as("joined")
                                        .withPartitioner(null)
                                        .withOtherPartitioner(partitioner("foreign")))),
                program(
                        "foreign key: long values",
                        LONG,
                        builder -> left(builder)
                                .leftJoin(foreign(builder), FIRST_LETTER, JOINER)
                                .toStream()
                                .to("out")),
                inner("foreign key: filtered tables", ForeignKeyPrograms::ofFiltered),
                program(
                        "foreign key: grouped",
                        TWO,
                        builder -> grouped(left(builder).join(foreign(builder), FIRST_LETTER, JOINER))),
                program("foreign key: of an aggregate", TWO, ForeignKeyPrograms::ofAggregate),
                program("foreign key: a table with itself", ONE, builder -> {
                    KTable<String, String> table = left(builder);
                    table.leftJoin(table, FIRST_LETTER, JOINER).toStream().to("out");
                }),
                program(
                        "foreign key: two in a row",
                        THREE,
                        builder -> grouped(left(builder)
                                .join(foreign(builder), FIRST_LETTER, JOINER)
                                .leftJoin(builder.table("third"), FIRST_LETTER, JOINER, TableJoined.as("second")))),
                program(
                        "foreign key: of a join by key",
                        THREE,
                        builder -> left(builder)
                                .outerJoin(builder.<String, String>table("third"), JOINER)
                                .join(foreign(builder).mapValues(value -> value + "!"), FIRST_LETTER, JOINER)
                                .toStream()
                                .to("out")),
                program("foreign key: joined by a stream", THREE, builder -> {
                    KTable<String, String> joined = left(builder).leftJoin(foreign(builder), FIRST_LETTER, JOINER);
                    builder.<String, String>stream("third")
                            .leftJoin(joined, (value, row) -> value + "/" + row)
                            .to("out");
                }),
                program(
                                "foreign key: an extractor that fails",
                                TWO,
                                builder -> left(builder)
                                        .leftJoin(foreign(builder), ForeignKeyPrograms::failing, JOINER)
                                        .toStream()
                                        .to("out"))
                        .with("processing.exception.handler", LogAndContinueProcessingExceptionHandler.class));
    }

    private static String failing(String value) {
        if (value.equals("ba")) {
            throw new IllegalStateException("no letter");
        }
        return value.isEmpty() ? null : value.substring(0, 1);
    }

    private static KTable<String, String> ofFiltered(KTable<String, String> left, KTable<String, String> foreign) {
        return left.filter((key, value) -> value.contains("b"))
                .join(foreign.filterNot((key, value) -> value.contains("a")), FIRST_LETTER, JOINER)
                .filter((key, value) -> value.contains("b+"));
    }

    private static void ofAggregate(StreamsBuilder builder) {
        builder.<String, String>stream("left")
                .groupByKey()
                .count()
                .leftJoin(foreign(builder), count -> count % 2 == 0 ? "a" : "b", (count, value) -> count + "x" + value)
                .toStream()
                .to("out");
    }

    private static void grouped(KTable<String, String> table) {
        table.groupBy((key, value) -> KeyValue.pair(value, key), Grouped.with(Serdes.String(), Serdes.String()))
                .count()
                .toStream()
                .mapValues(String::valueOf)
                .to("counts");
        table.toStream().to("out");
    }

    private static StreamPartitioner<String, Void> partitioner(String table) {
        return (topic, key, value, partitions) -> {
            Diary.note("where is " + key + (value == null ? "" : " with a value") + " of " + table + " in " + topic
                    + " of " + partitions);
            return key != null && key.length() > 1 ? Optional.empty() : Optional.of(Set.of(0));
        };
    }

    // ---- how a program is made ----

    private static Program inner(
            String name, BiFunction<KTable<String, String>, KTable<String, String>, KTable<String, String>> join) {
        return joining(name, "KTable.join(foreign key)", join);
    }

    private static Program left(
            String name, BiFunction<KTable<String, String>, KTable<String, String>, KTable<String, String>> join) {
        return joining(name, "KTable.leftJoin(foreign key)", join);
    }

    private static Program joining(
            String name,
            String operator,
            BiFunction<KTable<String, String>, KTable<String, String>, KTable<String, String>> join) {
        return dsl(
                name,
                Set.of(operator),
                TWO,
                builder ->
                        join.apply(left(builder), foreign(builder)).toStream().to("out"));
    }

    private static Program program(String name, List<Input> inputs, Consumer<StreamsBuilder> definition) {
        return dsl(name, Set.of("KTable.join(foreign key)"), inputs, definition);
    }

    private static KTable<String, String> left(StreamsBuilder builder) {
        return builder.table("left");
    }

    private static KTable<String, String> foreign(StreamsBuilder builder) {
        return builder.table("foreign");
    }

    private static Materialized<String, String, KeyValueStore<Bytes, byte[]>> store(String name) {
        return Materialized.as(name);
    }
}
