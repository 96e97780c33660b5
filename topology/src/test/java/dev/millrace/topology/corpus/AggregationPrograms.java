package dev.millrace.topology.corpus;

import static dev.millrace.topology.corpus.StreamPrograms.in;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KGroupedStream;
import dev.millrace.streams.kstream.KGroupedTable;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.state.Stores;
import org.apache.kafka.common.serialization.Serdes;

/** Programs that aggregate streams and tables without windows. */
final class AggregationPrograms {
    private AggregationPrograms() {}

    static void addTo(Corpus corpus) {
        corpus.dsl(
                "count", builder -> in(builder).groupByKey().count().toStream().to("out"));
        corpus.dsl("count-named", builder -> in(builder).groupByKey().count(Named.as("counting")));
        corpus.dsl("count-stored", builder -> in(builder).groupByKey().count(Materialized.as("counts")));
        corpus.dsl(
                "count-with-serdes",
                builder -> in(builder).groupByKey().count(Materialized.with(Serdes.String(), Serdes.Long())));
        corpus.dsl(
                "count-with-supplier",
                builder -> in(builder).groupByKey().count(Materialized.as(Stores.inMemoryKeyValueStore("supplied"))));
        corpus.dsl(
                "count-named-and-stored",
                builder -> in(builder).groupByKey().count(Named.as("counting"), Materialized.as("counts")));
        corpus.dsl("reduce", builder -> in(builder).groupByKey().reduce((one, two) -> one));
        corpus.dsl(
                "reduce-stored",
                builder -> in(builder).groupByKey().reduce((one, two) -> one, Materialized.as("reduced")));
        corpus.dsl(
                "reduce-named-and-stored",
                builder -> in(builder)
                        .groupByKey()
                        .reduce((one, two) -> one, Named.as("reducing"), Materialized.as("reduced")));
        corpus.dsl("aggregate", builder -> in(builder).groupByKey().aggregate(() -> 0L, (key, value, sum) -> sum));
        corpus.dsl(
                "aggregate-stored",
                builder -> in(builder)
                        .groupByKey()
                        .aggregate(() -> 0L, (key, value, sum) -> sum, Materialized.as("sums")));
        corpus.dsl(
                "aggregate-named-and-stored",
                builder -> in(builder)
                        .groupByKey()
                        .aggregate(() -> 0L, (key, value, sum) -> sum, Named.as("summing"), Materialized.as("sums")));
        corpus.dsl("aggregate-several", builder -> {
            KGroupedStream<String, String> grouped = in(builder).groupByKey();
            grouped.count();
            grouped.count(Materialized.as("counts"));
            grouped.reduce((one, two) -> one);
            grouped.aggregate(() -> 0L, (key, value, sum) -> sum);
        });
        corpus.dsl(
                "count-of-count",
                builder -> in(builder)
                        .groupByKey()
                        .count()
                        .groupBy(KeyValue::pair)
                        .count()
                        .toStream()
                        .to("out"));
        corpus.dsl(
                "count-named-with-serdes",
                builder -> in(builder)
                        .groupByKey()
                        .count(Named.as("counting"), Materialized.with(Serdes.String(), Serdes.Long())));
        corpus.dsl(
                "reduce-with-serdes",
                builder -> in(builder)
                        .groupByKey()
                        .reduce((one, two) -> one, Materialized.with(Serdes.String(), Serdes.String())));
        corpus.dsl(
                "aggregate-with-serdes",
                builder -> in(builder)
                        .groupByKey()
                        .aggregate(
                                () -> 0L, (key, value, sum) -> sum, Materialized.with(Serdes.String(), Serdes.Long())));
        corpus.dsl(
                "aggregate-in-memory",
                builder -> in(builder)
                        .groupByKey()
                        .aggregate(
                                () -> 0L, (key, value, sum) -> sum, Materialized.as(Materialized.StoreType.IN_MEMORY)));
        addTableAggregations(corpus);
    }

    private static void addTableAggregations(Corpus corpus) {
        corpus.dsl("table-count", builder -> grouped(builder).count());
        corpus.dsl("table-count-named", builder -> grouped(builder).count(Named.as("counting")));
        corpus.dsl("table-count-stored", builder -> grouped(builder).count(Materialized.as("counts")));
        corpus.dsl(
                "table-count-named-and-stored",
                builder -> grouped(builder).count(Named.as("counting"), Materialized.as("counts")));
        corpus.dsl("table-reduce", builder -> grouped(builder).reduce((one, two) -> one, (one, two) -> one));
        corpus.dsl(
                "table-reduce-stored",
                builder -> grouped(builder).reduce((one, two) -> one, (one, two) -> one, Materialized.as("reduced")));
        corpus.dsl(
                "table-reduce-named-and-stored",
                builder -> grouped(builder)
                        .reduce(
                                (one, two) -> one,
                                (one, two) -> one,
                                Named.as("reducing"),
                                Materialized.as("reduced")));
        corpus.dsl(
                "table-aggregate",
                builder -> grouped(builder).aggregate(() -> 0L, (key, value, sum) -> sum, (key, value, sum) -> sum));
        corpus.dsl(
                "table-aggregate-named",
                builder -> grouped(builder)
                        .aggregate(() -> 0L, (key, value, sum) -> sum, (key, value, sum) -> sum, Named.as("summing")));
        corpus.dsl(
                "table-aggregate-stored",
                builder -> grouped(builder)
                        .aggregate(
                                () -> 0L, (key, value, sum) -> sum, (key, value, sum) -> sum, Materialized.as("sums")));
        corpus.dsl(
                "table-aggregate-named-and-stored",
                builder -> grouped(builder)
                        .aggregate(
                                () -> 0L,
                                (key, value, sum) -> sum,
                                (key, value, sum) -> sum,
                                Named.as("summing"),
                                Materialized.as("sums")));
        corpus.dsl(
                "table-count-with-serdes",
                builder -> grouped(builder).count(Materialized.with(Serdes.String(), Serdes.Long())));
        corpus.dsl(
                "table-count-named-with-serdes",
                builder -> grouped(builder)
                        .count(Named.as("counting"), Materialized.with(Serdes.String(), Serdes.Long())));
        corpus.dsl(
                "table-reduce-with-serdes",
                builder -> grouped(builder)
                        .reduce(
                                (one, two) -> one,
                                (one, two) -> one,
                                Materialized.with(Serdes.String(), Serdes.String())));
        corpus.dsl(
                "table-aggregate-with-serdes",
                builder -> grouped(builder)
                        .aggregate(
                                () -> 0L,
                                (key, value, sum) -> sum,
                                (key, value, sum) -> sum,
                                Materialized.with(Serdes.String(), Serdes.Long())));
        corpus.dsl(
                "table-aggregate-named-with-serdes",
                builder -> grouped(builder)
                        .aggregate(
                                () -> 0L,
                                (key, value, sum) -> sum,
                                (key, value, sum) -> sum,
                                Named.as("summing"),
                                Materialized.with(Serdes.String(), Serdes.Long())));
        corpus.dsl(
                "table-group-named-and-count-named-and-stored",
                builder -> table(builder)
                        .groupBy(KeyValue::pair, Grouped.as("grouped"))
                        .count(Named.as("counting"), Materialized.as("counts")));
        corpus.dsl(
                "table-group-named",
                builder -> table(builder)
                        .groupBy(KeyValue::pair, Grouped.as("grouped"))
                        .count());
        corpus.dsl("table-group-aggregated-twice", builder -> {
            KGroupedTable<String, String> grouped = grouped(builder);
            grouped.count();
            grouped.count();
        });
        corpus.dsl("table-group-named-aggregated-twice", builder -> {
            KGroupedTable<String, String> grouped = table(builder).groupBy(KeyValue::pair, Grouped.as("grouped"));
            grouped.count();
            grouped.reduce((one, two) -> one, (one, two) -> one);
        });
        corpus.dsl(
                "table-group-after-steps",
                builder -> table(builder)
                        .filter((key, value) -> true)
                        .mapValues(value -> value)
                        .groupBy(KeyValue::pair)
                        .count());
        corpus.dsl(
                "table-group-after-stored-step",
                builder -> table(builder)
                        .filter((key, value) -> true, Materialized.as("filtered"))
                        .mapValues(value -> value)
                        .groupBy(KeyValue::pair)
                        .count());
    }

    private static KTable<String, String> table(StreamsBuilder builder) {
        return builder.table("table");
    }

    private static KGroupedTable<String, String> grouped(StreamsBuilder builder) {
        return table(builder).groupBy(KeyValue::pair);
    }
}
