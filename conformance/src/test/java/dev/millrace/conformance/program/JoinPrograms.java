package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.GlobalKTable;
import dev.millrace.streams.kstream.Joined;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.state.Stores;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;

/** Joins of streams with tables and with global tables. */
final class JoinPrograms {
    private static final List<Input> INPUTS = List.of(Input.words("stream"), Input.words("table"));

    private JoinPrograms() {}

    static List<Program> all() {
        return List.of(
                dsl(
                        "stream-table join",
                        Set.of("KStream.join(KTable)"),
                        INPUTS,
                        builder -> stream(builder)
                                .join(table(builder), (left, right) -> left + "+" + right)
                                .to("out")),
                dsl(
                        "stream-table join with key",
                        Set.of("KStream.join(KTable)"),
                        INPUTS,
                        builder -> stream(builder)
                                .join(
                                        table(builder),
                                        (key, left, right) -> key + ":" + left + "+" + right,
                                        Joined.with(Serdes.String(), Serdes.String(), Serdes.String(), "joining"))
                                .to("out")),
                dsl(
                        "stream-table leftJoin",
                        Set.of("KStream.leftJoin(KTable)"),
                        INPUTS,
                        builder -> stream(builder)
                                .leftJoin(table(builder), (left, right) -> left + "+" + right)
                                .to("out")),
                dsl(
                        "stream-table leftJoin with key",
                        Set.of("KStream.leftJoin(KTable)"),
                        INPUTS,
                        builder -> stream(builder)
                                .leftJoin(
                                        table(builder),
                                        (key, left, right) -> right == null ? key : left + right,
                                        Joined.as("joining"))
                                .to("out")),
                dsl(
                        "join after a new key",
                        Set.of("KStream.join(KTable)"),
                        INPUTS,
                        builder -> stream(builder)
                                .selectKey((key, value) -> value)
                                .join(table(builder), (left, right) -> left + "+" + right)
                                .to("out")),
                dsl(
                        "join with a filtered table",
                        Set.of("KStream.join(KTable)"),
                        INPUTS,
                        builder -> stream(builder)
                                .join(
                                        table(builder).filter((key, value) -> value.contains("b")),
                                        (left, right) -> left + "+" + right)
                                .to("out")),
                dsl(
                        "leftJoin with a mapped table",
                        Set.of("KStream.leftJoin(KTable)"),
                        INPUTS,
                        builder -> stream(builder)
                                .leftJoin(
                                        table(builder)
                                                .filterNot((key, value) -> value.isEmpty())
                                                .mapValues(value -> value + value),
                                        (left, right) -> left + "+" + right)
                                .to("out")),
                dsl(
                        "join with a materialized table",
                        Set.of("KStream.join(KTable)"),
                        INPUTS,
                        builder -> stream(builder)
                                .join(
                                        builder.table(
                                                        "table",
                                                        Materialized.<String, String>as(
                                                                Stores.inMemoryKeyValueStore("rows")))
                                                .mapValues(value -> value + "?", Materialized.as("mapped")),
                                        (left, right) -> left + "+" + right)
                                .to("out")),
                dsl(
                        "join with a count",
                        Set.of("KStream.join(KTable)"),
                        INPUTS,
                        builder -> stream(builder)
                                .join(
                                        builder.<String, String>stream("table")
                                                .groupByKey()
                                                .count(),
                                        (left, count) -> left + count)
                                .to("out")),
                dsl(
                        "stream-global join",
                        Set.of("KStream.join(GlobalKTable)"),
                        INPUTS,
                        builder -> stream(builder)
                                .join(global(builder), (key, value) -> value, (left, right) -> left + "+" + right)
                                .to("out")),
                dsl(
                        "stream-global join with key",
                        Set.of("KStream.join(GlobalKTable)"),
                        INPUTS,
                        builder -> stream(builder)
                                .join(
                                        builder.globalTable(
                                                "table",
                                                Materialized.<String, String>as(Stores.inMemoryKeyValueStore("rows"))),
                                        (key, value) -> key,
                                        (key, left, right) -> key + ":" + left + "+" + right,
                                        Named.as("looking-up"))
                                .to("out")),
                dsl(
                        "stream-global leftJoin",
                        Set.of("KStream.leftJoin(GlobalKTable)"),
                        INPUTS,
                        builder -> stream(builder)
                                .leftJoin(global(builder), (key, value) -> value, (left, right) -> left + "+" + right)
                                .to("out")),
                dsl(
                        "stream-global leftJoin with key",
                        Set.of("KStream.leftJoin(GlobalKTable)"),
                        INPUTS,
                        builder -> stream(builder)
                                .leftJoin(
                                        builder.globalTable("table", Materialized.as("rows")),
                                        (key, value) -> key,
                                        (key, left, right) -> key + ":" + left + "+" + right)
                                .to("out")));
    }

    private static KStream<String, String> stream(StreamsBuilder builder) {
        return builder.stream("stream");
    }

    private static KTable<String, String> table(StreamsBuilder builder) {
        return builder.table("table");
    }

    private static GlobalKTable<String, String> global(StreamsBuilder builder) {
        return builder.globalTable("table");
    }
}
