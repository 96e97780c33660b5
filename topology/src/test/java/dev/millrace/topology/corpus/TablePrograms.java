package dev.millrace.topology.corpus;

import static dev.millrace.topology.corpus.StreamPrograms.in;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.state.Stores;
import org.apache.kafka.common.serialization.Serdes;

/** Programs of tables. */
final class TablePrograms {
    private TablePrograms() {}

    static void addTo(Corpus corpus) {
        corpus.dsl("table", builder -> builder.table("table"));
        corpus.dsl("table-named", builder -> builder.table("table", Consumed.as("my-table")));
        corpus.dsl("table-stored", builder -> builder.table("table", Materialized.as("store")));
        corpus.dsl(
                "table-named-and-stored",
                builder -> builder.table("table", Consumed.as("my-table"), Materialized.as("store")));
        corpus.dsl(
                "table-with-serdes",
                builder -> builder.table("table", Materialized.with(Serdes.String(), Serdes.String())));
        corpus.dsl(
                "table-with-supplier",
                builder -> builder.table("table", Materialized.as(Stores.inMemoryKeyValueStore("supplied"))));
        corpus.dsl("table-to-stream", builder -> table(builder).toStream().to("out"));
        corpus.dsl(
                "table-to-stream-named",
                builder -> table(builder).toStream(Named.as("stream")).to("out"));
        corpus.dsl(
                "table-to-stream-new-key",
                builder -> table(builder)
                        .toStream((key, value) -> value)
                        .groupByKey()
                        .count());
        corpus.dsl(
                "table-to-stream-new-key-named",
                builder -> table(builder)
                        .toStream((key, value) -> value, Named.as("stream"))
                        .to("out"));
        corpus.dsl(
                "table-steps",
                builder -> table(builder)
                        .filter((key, value) -> true)
                        .filterNot((key, value) -> true)
                        .mapValues(value -> value)
                        .mapValues((key, value) -> value)
                        .toStream()
                        .to("out"));
        corpus.dsl(
                "table-steps-named",
                builder -> table(builder)
                        .filter((key, value) -> true, Named.as("filter"))
                        .filterNot((key, value) -> true, Named.as("filter-not"))
                        .mapValues(value -> value, Named.as("map"))
                        .mapValues((key, value) -> value, Named.as("map-with-key"))
                        .toStream()
                        .to("out"));
        corpus.dsl(
                "table-steps-stored",
                builder -> table(builder)
                        .filter((key, value) -> true, Materialized.as("s1"))
                        .filterNot((key, value) -> true, Materialized.as("s2"))
                        .mapValues(value -> value, Materialized.as("s3"))
                        .mapValues((key, value) -> value, Materialized.as("s4"))
                        .toStream()
                        .to("out"));
        corpus.dsl(
                "table-steps-named-and-stored",
                builder -> table(builder)
                        .filter((key, value) -> true, Named.as("n1"), Materialized.as("s1"))
                        .filterNot((key, value) -> true, Named.as("n2"), Materialized.as("s2"))
                        .mapValues(value -> value, Named.as("n3"), Materialized.as("s3"))
                        .mapValues((key, value) -> value, Named.as("n4"), Materialized.as("s4"))
                        .toStream()
                        .to("out"));
        corpus.dsl(
                "table-steps-with-serdes",
                builder -> table(builder)
                        .filter((key, value) -> true, Materialized.with(Serdes.String(), Serdes.String()))
                        .mapValues(value -> value, Materialized.with(Serdes.String(), Serdes.String()))
                        .toStream()
                        .to("out"));
        corpus.dsl(
                "table-step-named-with-serdes",
                builder -> table(builder)
                        .filter(
                                (key, value) -> true,
                                Named.as("n1"),
                                Materialized.with(Serdes.String(), Serdes.String()))
                        .mapValues(
                                value -> value, Named.as("n2"), Materialized.with(Serdes.String(), Serdes.String())));
        corpus.dsl(
                "table-step-with-supplier",
                builder -> table(builder)
                        .filter((key, value) -> true, Materialized.as(Stores.inMemoryKeyValueStore("supplied"))));
        corpus.dsl(
                "table-stored-then-steps",
                builder -> builder.<String, String>table("table", Materialized.as("store"))
                        .filter((key, value) -> true)
                        .mapValues(value -> value)
                        .toStream()
                        .to("out"));
        corpus.dsl("table-and-stream-beside", builder -> {
            table(builder).toStream().to("a");
            in(builder).to("b");
        });
        corpus.dsl("to-table", builder -> in(builder).toTable().toStream().to("out"));
        corpus.dsl("to-table-named", builder -> in(builder).toTable(Named.as("table")));
        corpus.dsl("to-table-stored", builder -> in(builder).toTable(Materialized.as("store")));
        corpus.dsl(
                "to-table-with-serdes",
                builder -> in(builder).toTable(Materialized.with(Serdes.String(), Serdes.String())));
        corpus.dsl(
                "to-table-named-and-stored",
                builder -> in(builder).toTable(Named.as("table"), Materialized.as("store")));
        corpus.dsl(
                "to-table-named-with-serdes",
                builder -> in(builder).toTable(Named.as("table"), Materialized.with(Serdes.String(), Serdes.String())));
        corpus.dsl(
                "to-table-then-steps",
                builder -> in(builder)
                        .toTable()
                        .filter((key, value) -> true)
                        .groupBy(KeyValue::pair)
                        .count());
        corpus.dsl("global-table", builder -> builder.globalTable("global"));
        corpus.dsl("global-table-named", builder -> builder.globalTable("global", Consumed.as("my-global")));
        corpus.dsl("global-table-stored", builder -> builder.globalTable("global", Materialized.as("store")));
        corpus.dsl(
                "global-table-named-and-stored",
                builder -> builder.globalTable("global", Consumed.as("my-global"), Materialized.as("store")));
    }

    private static KTable<String, String> table(StreamsBuilder builder) {
        return builder.table("table");
    }
}
