package dev.millrace.topology.corpus;

import static dev.millrace.topology.corpus.StreamPrograms.in;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KGroupedStream;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Repartitioned;
import dev.millrace.topology.corpus.GraphPrograms.Idle;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;

/** Programs that send records through a topic so that those with the same key meet. */
final class RepartitionPrograms {
    private RepartitionPrograms() {}

    static void addTo(Corpus corpus) {
        corpus.dsl("repartition", builder -> in(builder).repartition().to("out"));
        corpus.dsl(
                "repartition-named",
                builder -> in(builder)
                        .repartition(Repartitioned.<String, String>as("by-hand").withNumberOfPartitions(3))
                        .to("out"));
        corpus.dsl(
                "repartition-after-new-key",
                builder -> in(builder)
                        .selectKey((key, value) -> value)
                        .repartition(Repartitioned.with(Serdes.String(), Serdes.String()))
                        .groupByKey()
                        .count());
        corpus.dsl("repartition-twice", builder -> {
            KStream<String, String> in = in(builder);
            in.repartition().to("a");
            in.repartition().to("b");
        });
        corpus.dsl(
                "new-key-map",
                builder -> in(builder).map(KeyValue::pair).groupByKey().count());
        corpus.dsl(
                "new-key-flat-map",
                builder -> in(builder)
                        .flatMap((key, value) -> List.of(KeyValue.pair(key, value)))
                        .groupByKey()
                        .count());
        corpus.dsl(
                "new-key-select-key",
                builder -> in(builder)
                        .selectKey((key, value) -> value)
                        .filter((key, value) -> true)
                        .mapValues(value -> value)
                        .peek((key, value) -> {})
                        .groupByKey()
                        .count());
        corpus.dsl(
                "new-key-process",
                builder -> in(builder).process(new Idle<>()).groupByKey().count());
        corpus.dsl(
                "no-new-key-process-values",
                builder -> in(builder)
                        .processValues(new StreamPrograms.IdleFixedKey())
                        .groupByKey()
                        .count());
        corpus.dsl(
                "new-key-process-values",
                builder -> in(builder)
                        .selectKey((key, value) -> value)
                        .processValues(new StreamPrograms.IdleFixedKey())
                        .groupByKey()
                        .count());
        corpus.dsl(
                "new-key-in-one-of-merged",
                builder -> in(builder)
                        .merge(builder.<String, String>stream("other").selectKey((key, value) -> value))
                        .groupByKey()
                        .count());
        corpus.dsl(
                "new-key-branch",
                builder -> in(builder)
                        .selectKey((key, value) -> value)
                        .split()
                        .branch((key, value) -> true)
                        .noDefaultBranch()
                        .values()
                        .forEach(branch -> branch.groupByKey().count()));
        corpus.dsl(
                "group-named",
                builder -> in(builder)
                        .groupBy((key, value) -> value, Grouped.as("grouped"))
                        .count());
        corpus.dsl(
                "group-by-key-named-without-need",
                builder -> in(builder).groupByKey(Grouped.as("grouped")).count());
        corpus.dsl(
                "group-by-key-named",
                builder -> in(builder)
                        .selectKey((key, value) -> value)
                        .groupByKey(Grouped.as("grouped"))
                        .count());
        corpus.dsl("group-aggregated-twice", builder -> {
            KGroupedStream<String, String> grouped = in(builder).groupBy((key, value) -> value);
            grouped.count();
            grouped.reduce((one, two) -> one);
        });
        corpus.dsl("group-named-aggregated-twice", builder -> {
            KGroupedStream<String, String> grouped = in(builder).groupBy((key, value) -> value, Grouped.as("grouped"));
            grouped.count();
            grouped.reduce((one, two) -> one);
        });
        corpus.dsl("group-by-key-aggregated-twice", builder -> {
            KStream<String, String> mapped = in(builder).selectKey((key, value) -> value);
            mapped.groupByKey().count();
            mapped.groupByKey().count();
        });
        corpus.dsl(
                "group-topic-named-after-store",
                builder -> in(builder).groupBy((key, value) -> value).count(Materialized.as("counts")));
        corpus.dsl(
                "group-topic-named-after-group-and-not-store",
                builder -> in(builder)
                        .groupBy((key, value) -> value, Grouped.as("grouped"))
                        .count(Named.as("counting"), Materialized.as("counts")));
        corpus.dsl(
                "to-table-after-new-key",
                builder -> in(builder)
                        .selectKey((key, value) -> value)
                        .toTable()
                        .toStream()
                        .to("out"));
        corpus.dsl(
                "to-table-named-after-new-key",
                builder -> in(builder)
                        .selectKey((key, value) -> value)
                        .toTable(Named.as("table"), Materialized.as("store"))
                        .toStream()
                        .to("out"));
        corpus.dsl(
                "to-table-stored-after-new-key",
                builder -> in(builder)
                        .selectKey((key, value) -> value)
                        .toTable(Materialized.as("store"))
                        .toStream()
                        .to("out"));
        corpus.dsl(
                "group-named-like-generated",
                builder -> in(builder)
                        .groupBy((key, value) -> value, Grouped.as("KSTREAM-X-0000000001"))
                        .count());
        corpus.dsl(
                "repartition-then-map-then-group",
                builder -> in(builder)
                        .repartition(Repartitioned.as("first"))
                        .map(KeyValue::pair)
                        .groupByKey(Grouped.as("second"))
                        .count());
        corpus.dsl(
                "to-table-only-named-after-new-key",
                builder -> in(builder)
                        .selectKey((key, value) -> value)
                        .toTable(Named.as("table"))
                        .toStream()
                        .to("out"));
    }
}
