package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.ForeignKeyPrograms.BY_KEY_AND_VALUE;
import static dev.millrace.conformance.program.ForeignKeyPrograms.FIRST_LETTER;
import static dev.millrace.conformance.program.ForeignKeyPrograms.JOINER;
import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.TableJoined;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Joins by foreign key where one table, the other or both keep versions: updates of the past have no effect on the result. */
final class VersionedForeignKeyPrograms {
    private static final List<Input> TWO = List.of(Input.words("left"), Input.words("foreign"));
    private static final List<Input> ONE = List.of(Input.words("left"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Which of the two tables keep versions. */
    private enum Versioned {
        LEFT,
        FOREIGN,
        BOTH;

        KTable<String, String> left(StreamsBuilder builder) {
            return table(builder, "left", this != FOREIGN);
        }

        KTable<String, String> foreign(StreamsBuilder builder) {
            return table(builder, "foreign", this != LEFT);
        }
    }

    private VersionedForeignKeyPrograms() {}

    static List<Program> all() {
        return Stream.concat(
                        Stream.of(Versioned.values()).flatMap(VersionedForeignKeyPrograms::everyForm),
                        Stream.of(
                                retention("none at all", Duration.ZERO),
                                retention("a second", Duration.ofSeconds(1)),
                                itself(),
                                derived(),
                                into("grouped", VersionedForeignKeyPrograms::grouped),
                                into("joined by key", (joined, left) -> joined.leftJoin(left, JOINER)),
                                into(
                                        "joined by foreign key again",
                                        (joined, left) ->
                                                joined.join(left, FIRST_LETTER, JOINER, TableJoined.as("again")))))
                .toList();
    }

    private static Stream<Program> everyForm(Versioned versioned) {
        return Stream.of(
                joining("join", versioned, (left, foreign) -> left.join(foreign, FIRST_LETTER, JOINER)),
                joining("leftJoin", versioned, (left, foreign) -> left.leftJoin(foreign, FIRST_LETTER, JOINER)),
                joining(
                        "join by key",
                        versioned,
                        (left, foreign) -> left.join(foreign, BY_KEY_AND_VALUE, JOINER, TableJoined.as("joined"))),
                joining(
                        "leftJoin by key",
                        versioned,
                        (left, foreign) ->
                                left.leftJoin(foreign, BY_KEY_AND_VALUE, JOINER, versions("pairs", MINUTE))));
    }

    private static Program joining(String name, Versioned versioned, BinaryOperator<KTable<String, String>> join) {
        return program(
                name + " of " + versioned,
                builder -> join.apply(versioned.left(builder), versioned.foreign(builder))
                        .toStream()
                        .to("out"));
    }

    /** Rows that refer to other rows of the same table. */
    private static Program itself() {
        return dsl(
                "versioned foreign key: a table with itself", Set.of("KTable.leftJoin(foreign key)"), ONE, builder -> {
                    KTable<String, String> table = table(builder, "left", true);
                    table.leftJoin(table, FIRST_LETTER, JOINER).toStream().to("out");
                });
    }

    /** What is derived from a versioned table without a store of its own is versioned too. */
    private static Program derived() {
        return program(
                "derived tables",
                builder -> Versioned.BOTH
                        .left(builder)
                        .filter((key, value) -> !value.equals("b"))
                        .leftJoin(Versioned.BOTH.foreign(builder).mapValues(value -> value + "!"), FIRST_LETTER, JOINER)
                        .toStream()
                        .to("out"));
    }

    /** How much of the past there is decides which late updates are taken at all. */
    private static Program retention(String name, Duration retention) {
        return program(
                "retention of " + name,
                builder -> builder.table("left", consumed(), versions("left-rows", retention))
                        .leftJoin(
                                builder.table("foreign", consumed(), versions("foreign-rows", retention)),
                                FIRST_LETTER,
                                JOINER)
                        .toStream()
                        .to("out"));
    }

    /** A result with versions of its own, and what is made of it. */
    private static Program into(String name, BinaryOperator<KTable<String, String>> use) {
        return program("result in versions, " + name, builder -> {
            KTable<String, String> left = Versioned.BOTH.left(builder);
            KTable<String, String> joined =
                    left.leftJoin(Versioned.BOTH.foreign(builder), FIRST_LETTER, JOINER, versions("pairs", MINUTE));
            use.apply(joined, left).toStream().to("out");
        });
    }

    private static KTable<String, String> grouped(KTable<String, String> joined, KTable<String, String> left) {
        return joined.groupBy((key, value) -> KeyValue.pair(value, key), Grouped.with(Serdes.String(), Serdes.String()))
                .aggregate(
                        () -> "",
                        (key, value, aggregate) -> aggregate + "+" + value,
                        (key, value, aggregate) -> aggregate + "-" + value);
    }

    // ---- how a program is made ----

    private static Program program(String name, Consumer<StreamsBuilder> definition) {
        return dsl("versioned foreign key: " + name, Set.of("KTable.leftJoin(foreign key)"), TWO, definition);
    }

    private static KTable<String, String> table(StreamsBuilder builder, String topic, boolean versioned) {
        return versioned
                ? builder.table(topic, consumed(), versions(topic + "-rows", MINUTE))
                : builder.table(topic, consumed());
    }

    private static Consumed<String, String> consumed() {
        return Consumed.with(Serdes.String(), Serdes.String());
    }

    private static Materialized<String, String, KeyValueStore<Bytes, byte[]>> versions(
            String name, Duration retention) {
        return Materialized.<String, String>as(Stores.persistentVersionedKeyValueStore(name, retention))
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.String());
    }
}
