package dev.millrace.topology.corpus;

import static dev.millrace.topology.corpus.StreamPrograms.in;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.GlobalKTable;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.JoinWindows;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Repartitioned;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.topology.corpus.GraphPrograms.Idle;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;

/** Programs with repartition topics that can be merged, or just not. */
final class MergePrograms {
    private static final JoinWindows WINDOWS = JoinWindows.ofTimeDifferenceWithNoGrace(Duration.ofSeconds(10));
    private static final ValueJoiner<String, String, String> LEFT = (left, right) -> left;

    private MergePrograms() {}

    static void addTo(Corpus corpus) {
        addAggregations(corpus);
        addSteps(corpus);
        addMerges(corpus);
        addJoins(corpus);
    }

    private static void add(Corpus corpus, String name, Consumer<StreamsBuilder> program) {
        for (String optimization : List.of("none", "merge.repartition.topics", "reuse.ktable.source.topics", "all")) {
            corpus.optimized("merge-" + name + "-" + optimization, optimization, program);
        }
    }

    private static void addAggregations(Corpus corpus) {
        add(corpus, "one", b -> rekeyed(b).groupByKey().count());
        add(corpus, "two", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.groupByKey().count();
            rekeyed.groupByKey().reduce((one, other) -> one);
        });
        add(corpus, "three-windowed", b -> {
            KStream<String, String> rekeyed = in(b).map(KeyValue::pair);
            rekeyed.groupByKey().count();
            rekeyed.groupByKey()
                    .windowedBy(TimeWindows.ofSizeWithNoGrace(Duration.ofSeconds(1)))
                    .count();
            rekeyed.groupByKey().aggregate(() -> "", (key, value, all) -> all);
        });
        add(corpus, "named-groups", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.groupByKey(Grouped.as("one")).count();
            rekeyed.groupByKey(Grouped.as("two")).count();
        });
        add(corpus, "named-second", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.groupByKey(Grouped.with(Serdes.String(), Serdes.String())).count();
            rekeyed.groupByKey(Grouped.as("two")).count();
        });
        add(corpus, "group-by-twice", b -> {
            in(b).groupBy((key, value) -> value).count();
            in(b).groupBy((key, value) -> value).count();
        });
        add(corpus, "to-table", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.toTable(Materialized.as("rows"));
            rekeyed.groupByKey().count();
        });
        add(corpus, "table-groups", b -> {
            KTable<String, String> table = b.table("table");
            table.groupBy(KeyValue::pair).count();
            table.groupBy(KeyValue::pair).count();
        });
        add(corpus, "count-of-count", b -> {
            KStream<String, Long> counts = rekeyed(b).groupByKey().count().toStream((key, count) -> key);
            counts.groupByKey().count();
            counts.groupByKey().count();
        });
    }

    private static void addSteps(Corpus corpus) {
        add(corpus, "after-filters", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.filter((key, value) -> true)
                    .peek((key, value) -> {})
                    .groupByKey()
                    .count();
            rekeyed.filterNot((key, value) -> true).groupByKey().count();
        });
        add(corpus, "after-new-values", b -> {
            KStream<String, String> mapped = rekeyed(b).mapValues(value -> value);
            mapped.groupByKey().count();
            mapped.groupByKey().count();
        });
        add(corpus, "one-after-new-values", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.mapValues(value -> value).groupByKey().count();
            rekeyed.groupByKey().count();
            rekeyed.flatMapValues(value -> List.of(value)).groupByKey().count();
        });
        add(corpus, "after-process", b -> {
            KStream<String, String> processed = in(b).process(new Idle<String, String>());
            processed.groupByKey().count();
            processed.groupByKey().count();
        });
        add(corpus, "with-sinks", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.to("a");
            rekeyed.groupByKey().count();
            rekeyed.mapValues(value -> value).to("b");
            KStream<String, String> filtered = rekeyed.filter((key, value) -> true);
            filtered.groupByKey().count();
            filtered.to("c");
        });
        add(corpus, "asked-for", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.repartition(Repartitioned.numberOfPartitions(3)).to("a");
            rekeyed.groupByKey().count();
            rekeyed.repartition().to("b");
        });
        add(corpus, "new-key-again", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.groupByKey().count();
            KStream<String, String> again = rekeyed.flatMap((key, value) -> List.of(KeyValue.pair(key, value)));
            again.groupByKey().count();
            again.groupByKey().count();
        });
        add(
                corpus,
                "one-branch",
                b -> rekeyed(b)
                        .split(Named.as("b-"))
                        .branch((key, value) -> true)
                        .defaultBranch()
                        .get("b-1")
                        .groupByKey()
                        .count());
    }

    private static void addMerges(Corpus corpus) {
        add(corpus, "of-rekeyed", b -> {
            KStream<String, String> merged = rekeyed(b).merge(other(b).selectKey((key, value) -> value));
            merged.groupByKey().count();
            merged.groupByKey().count();
        });
        add(corpus, "of-rekeyed-and-plain", b -> {
            KStream<String, String> merged = rekeyed(b).merge(other(b));
            merged.groupByKey().count();
            merged.filter((key, value) -> true).groupByKey().count();
        });
        add(corpus, "of-plain-and-rekeyed", b -> {
            KStream<String, String> merged = other(b).merge(rekeyed(b));
            merged.groupByKey().count();
            merged.groupByKey().count();
        });
        add(corpus, "of-mapped", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.groupByKey().count();
            rekeyed.mapValues(value -> value)
                    .merge(rekeyed.filter((key, value) -> true))
                    .groupByKey()
                    .count();
        });
    }

    private static void addJoins(Corpus corpus) {
        add(corpus, "and-table-join", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.groupByKey().count();
            rekeyed.join(b.<String, String>table("table"), LEFT).to("out");
        });
        add(corpus, "after-table-join", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.leftJoin(b.<String, String>table("table"), LEFT)
                    .groupByKey()
                    .count();
            rekeyed.groupByKey().count();
        });
        add(corpus, "and-stream-join", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.groupByKey().count();
            rekeyed.join(other(b), LEFT, WINDOWS).to("out");
            rekeyed.mapValues(value -> value).leftJoin(other(b), LEFT, WINDOWS).to("out");
        });
        add(corpus, "and-self-join", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.join(rekeyed, LEFT, WINDOWS).to("out");
            rekeyed.groupByKey().count();
        });
        add(corpus, "around-global-join", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            GlobalKTable<String, String> global = b.globalTable("global");
            rekeyed.join(global, (key, value) -> key, LEFT).groupByKey().count();
            rekeyed.groupByKey().count();
        });
        add(corpus, "as-documented", b -> {
            KStream<String, String> mapped = in(b).map(KeyValue::pair);
            mapped.filter((key, value) -> true).mapValues(value -> value).foreach((key, value) -> {});
            KStream<String, Long> counts = mapped.groupByKey().count().toStream();
            counts.to("counts");
            mapped.groupByKey().reduce((one, other) -> one).toStream().to("reduced");
            mapped.filter((key, value) -> true)
                    .join(counts, (value, count) -> value, WINDOWS)
                    .to("joined");
        });
    }

    private static KStream<String, String> rekeyed(StreamsBuilder builder) {
        return in(builder).selectKey((key, value) -> value);
    }

    private static KStream<String, String> other(StreamsBuilder builder) {
        return builder.stream("other");
    }
}
