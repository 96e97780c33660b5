package dev.millrace.topology.corpus;

import static dev.millrace.topology.corpus.StreamPrograms.in;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.GlobalKTable;
import dev.millrace.streams.kstream.Joined;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Repartitioned;
import dev.millrace.topology.corpus.GraphPrograms.Idle;
import org.apache.kafka.common.serialization.Serdes;

/** Programs that join streams with tables. */
final class JoinPrograms {
    private JoinPrograms() {}

    static void addTo(Corpus corpus) {
        corpus.dsl(
                "join-table",
                builder ->
                        in(builder).join(table(builder), (left, right) -> left).to("out"));
        corpus.dsl(
                "join-table-with-key",
                builder -> in(builder)
                        .join(table(builder), (key, left, right) -> left)
                        .to("out"));
        corpus.dsl(
                "join-table-left",
                builder -> in(builder)
                        .leftJoin(table(builder), (left, right) -> left)
                        .to("out"));
        corpus.dsl(
                "join-table-named",
                builder -> in(builder)
                        .join(table(builder), (left, right) -> left, Joined.as("joining"))
                        .leftJoin(table2(builder), (key, left, right) -> left, Joined.as("joining-left"))
                        .to("out"));
        corpus.dsl(
                "join-table-with-serdes",
                builder -> in(builder)
                        .leftJoin(
                                table(builder),
                                (left, right) -> left,
                                Joined.with(Serdes.String(), Serdes.String(), Serdes.String()))
                        .to("out"));
        corpus.dsl(
                "join-table-stored",
                builder -> in(builder)
                        .join(builder.<String, String>table("table", Materialized.as("store")), (left, right) -> left)
                        .to("out"));
        corpus.dsl(
                "join-table-after-new-key",
                builder -> in(builder)
                        .selectKey((key, value) -> value)
                        .join(table(builder), (left, right) -> left)
                        .to("out"));
        corpus.dsl(
                "join-table-after-new-key-named",
                builder -> in(builder)
                        .selectKey((key, value) -> value)
                        .leftJoin(table(builder), (left, right) -> left, Joined.as("joining"))
                        .to("out"));
        corpus.dsl(
                "join-two-tables-after-new-key",
                builder -> in(builder)
                        .selectKey((key, value) -> value)
                        .join(table(builder), (left, right) -> left)
                        .join(table2(builder), (left, right) -> left)
                        .to("out"));
        corpus.dsl("join-twice-after-new-key", builder -> {
            KStream<String, String> mapped = in(builder).map(KeyValue::pair);
            mapped.join(table(builder), (left, right) -> left).to("a");
            mapped.leftJoin(table2(builder), (left, right) -> left).to("b");
        });
        corpus.dsl("join-twice-after-new-key-first-named", builder -> {
            KStream<String, String> mapped = in(builder).map(KeyValue::pair);
            mapped.join(table(builder), (left, right) -> left, Joined.as("joining"))
                    .to("a");
            mapped.leftJoin(table2(builder), (left, right) -> left).to("b");
            mapped.join(builder.<String, String>table("table3"), (left, right) -> left)
                    .to("c");
        });
        corpus.dsl("join-and-group-after-new-key", builder -> {
            KStream<String, String> mapped = in(builder).map(KeyValue::pair);
            mapped.join(table(builder), (left, right) -> left).to("a");
            mapped.groupByKey().count();
        });
        corpus.dsl(
                "join-after-new-key-and-steps",
                builder -> in(builder)
                        .selectKey((key, value) -> value)
                        .filter((key, value) -> true)
                        .mapValues(value -> value, Named.as("mapped"))
                        .join(table(builder), (left, right) -> left)
                        .to("out"));
        corpus.dsl(
                "join-repartitioned",
                builder -> in(builder)
                        .repartition(Repartitioned.as("again"))
                        .join(table(builder), (left, right) -> left)
                        .to("out"));
        corpus.dsl("join-twice-after-new-key-both-named", builder -> {
            KStream<String, String> mapped = in(builder).map(KeyValue::pair);
            mapped.join(table(builder), (left, right) -> left, Joined.as("one")).to("a");
            mapped.leftJoin(table2(builder), (left, right) -> left, Joined.as("two"))
                    .to("b");
        });
        corpus.dsl("join-thrice-after-new-key-second-named", builder -> {
            KStream<String, String> mapped = in(builder).map(KeyValue::pair);
            mapped.join(table(builder), (left, right) -> left).to("a");
            mapped.join(table2(builder), (left, right) -> left, Joined.as("two"))
                    .to("b");
            mapped.join(builder.<String, String>table("table3"), (left, right) -> left)
                    .to("c");
        });
        corpus.dsl("join-and-to-table-after-new-key", builder -> {
            KStream<String, String> mapped = in(builder).map(KeyValue::pair);
            mapped.join(table(builder), (left, right) -> left).to("a");
            mapped.toTable().toStream().to("b");
        });
        corpus.dsl(
                "join-branch-after-new-key",
                builder -> in(builder)
                        .map(KeyValue::pair)
                        .split()
                        .branch((key, value) -> true)
                        .noDefaultBranch()
                        .values()
                        .forEach(branch -> branch.join(table(builder), (left, right) -> left)));
        corpus.dsl(
                "join-table-of-table-count",
                builder -> in(builder)
                        .join(
                                table(builder).groupBy(KeyValue::pair).count().mapValues(count -> count),
                                (left, right) -> left)
                        .to("out"));
        corpus.dsl("join-table-and-group-it", builder -> {
            KTable<String, String> table = table(builder).mapValues(value -> value);
            in(builder).join(table, (left, right) -> left);
            table.groupBy(KeyValue::pair).count();
        });
        corpus.dsl(
                "join-filtered-table",
                builder -> in(builder)
                        .join(table(builder).filter((key, value) -> true), (left, right) -> left)
                        .to("out"));
        corpus.dsl(
                "join-mapped-stored-table",
                builder -> in(builder)
                        .join(
                                builder.<String, String>table("table", Materialized.as("store"))
                                        .mapValues(value -> value)
                                        .filter((key, value) -> true),
                                (left, right) -> left)
                        .to("out"));
        corpus.dsl(
                "join-mapped-table-stored-later",
                builder -> in(builder)
                        .join(
                                table(builder).mapValues(value -> value, Materialized.as("mapped")),
                                (left, right) -> left)
                        .to("out"));
        corpus.dsl("join-aggregate", builder -> {
            KStream<String, String> in = in(builder);
            KTable<String, Long> counts = in.groupByKey().count();
            in.leftJoin(counts, (value, count) -> value).to("out");
        });
        corpus.dsl("join-filtered-aggregate", builder -> {
            KStream<String, String> in = in(builder);
            KTable<String, Long> counts = in.groupByKey().count().filter((key, value) -> true);
            in.join(counts, (value, count) -> value).to("out");
        });
        corpus.dsl(
                "join-to-table",
                builder -> in(builder)
                        .join(builder.<String, String>stream("other").toTable(), (left, right) -> left)
                        .to("out"));
        corpus.dsl(
                "join-then-group",
                builder -> in(builder)
                        .join(table(builder), (left, right) -> left)
                        .groupByKey()
                        .count());
        corpus.dsl("join-table-twice", builder -> {
            KTable<String, String> table = table(builder);
            in(builder).join(table, (left, right) -> left).to("a");
            builder.<String, String>stream("other")
                    .join(table, (left, right) -> left)
                    .to("b");
        });
        addGlobalJoins(corpus);
    }

    private static void addGlobalJoins(Corpus corpus) {
        corpus.dsl(
                "join-global",
                builder -> in(builder)
                        .join(global(builder), (key, value) -> value, (left, right) -> left)
                        .to("out"));
        corpus.dsl(
                "join-global-left",
                builder -> in(builder)
                        .leftJoin(global(builder), (key, value) -> value, (key, left, right) -> left)
                        .to("out"));
        corpus.dsl(
                "join-global-named",
                builder -> in(builder)
                        .join(global(builder), (key, value) -> value, (key, left, right) -> left, Named.as("one"))
                        .leftJoin(
                                builder.<String, String>globalTable("global2", Materialized.as("store2")),
                                (key, value) -> value,
                                (left, right) -> left,
                                Named.as("two"))
                        .to("out"));
        corpus.dsl(
                "join-global-after-new-key-keeps-need",
                builder -> in(builder)
                        .selectKey((key, value) -> value)
                        .join(global(builder), (key, value) -> value, (left, right) -> left)
                        .groupByKey()
                        .count());
        corpus.dsl(
                "wordcount",
                builder -> in(builder)
                        .flatMapValues(value -> java.util.List.of(value.split(" ")))
                        .groupBy((key, word) -> word)
                        .count(Materialized.as("counts"))
                        .toStream()
                        .to("out"));
        corpus.dsl("everything", builder -> {
            builder.addStateStore(GraphPrograms.store("shared"));
            KStream<String, String> in = in(builder);
            KTable<String, Long> counts =
                    in.selectKey((key, value) -> value).groupByKey().count();
            KStream<String, String> joined = in.join(table(builder), (left, right) -> left)
                    .join(global(builder), (key, value) -> key, (left, right) -> left);
            joined.process(new Idle<String, String>(), "shared").to("processed");
            counts.toStream().process(new Idle<String, String>(), "shared").to("counted");
            joined.split().branch((key, value) -> true).defaultBranch().values().forEach(b -> b.peek((k, v) -> {}));
            counts.groupBy((key, count) -> KeyValue.pair(count, key))
                    .count()
                    .toStream()
                    .to("by-count");
        });
    }

    private static KTable<String, String> table(StreamsBuilder builder) {
        return builder.table("table");
    }

    private static KTable<String, String> table2(StreamsBuilder builder) {
        return builder.table("table2");
    }

    private static GlobalKTable<String, String> global(StreamsBuilder builder) {
        return builder.globalTable("global");
    }
}
