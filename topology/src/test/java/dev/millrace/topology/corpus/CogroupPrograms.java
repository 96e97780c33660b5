package dev.millrace.topology.corpus;

import static dev.millrace.topology.corpus.StreamPrograms.in;

import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.CogroupedKStream;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.SlidingWindows;
import dev.millrace.streams.kstream.TimeWindowedCogroupedKStream;
import dev.millrace.streams.kstream.TimeWindows;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;

/** Programs that aggregate several streams into one table. */
final class CogroupPrograms {
    private static final TimeWindows MINUTES =
            TimeWindows.ofSizeAndGrace(Duration.ofMinutes(1), Duration.ofSeconds(10));
    private static final SlidingWindows SLIDING =
            SlidingWindows.ofTimeDifferenceAndGrace(Duration.ofMinutes(1), Duration.ofSeconds(10));
    private static final Initializer<Long> ZERO = () -> 0L;
    private static final Aggregator<String, String, Long> SUM = (key, value, sum) -> sum;

    private CogroupPrograms() {}

    static void addTo(Corpus corpus) {
        addAggregations(corpus);
        addSurroundings(corpus);
        addWindows(corpus);
    }

    private static void addAggregations(Corpus corpus) {
        corpus.dsl("cogroup", b -> both(b).aggregate(ZERO).toStream().to("out"));
        corpus.dsl("cogroup-named", b -> both(b).aggregate(ZERO, Named.as("summing")));
        corpus.dsl("cogroup-stored", b -> both(b).aggregate(ZERO, Materialized.as("sums")));
        corpus.dsl(
                "cogroup-with-serdes", b -> both(b).aggregate(ZERO, Materialized.with(Serdes.String(), Serdes.Long())));
        corpus.dsl(
                "cogroup-named-and-stored", b -> both(b).aggregate(ZERO, Named.as("summing"), Materialized.as("sums")));
        corpus.dsl(
                "cogroup-named-with-serdes",
                b -> both(b).aggregate(ZERO, Named.as("summing"), Materialized.with(Serdes.String(), Serdes.Long())));
    }

    private static void addSurroundings(Corpus corpus) {
        corpus.dsl("cogroup-of-one", b -> in(b).groupByKey().cogroup(SUM).aggregate(ZERO));
        corpus.dsl("cogroup-with-itself", b -> {
            CogroupedKStream<String, Long> one = in(b).groupByKey().cogroup(SUM);
            one.cogroup(in(b).groupByKey(), SUM).aggregate(ZERO);
        });
        corpus.dsl("cogroup-rekeyed", b -> rekeyed(b).aggregate(ZERO));
        corpus.dsl("cogroup-rekeyed-named", b -> rekeyed(b).aggregate(ZERO, Named.as("summing")));
        corpus.dsl("cogroup-rekeyed-stored", b -> rekeyed(b).aggregate(ZERO, Materialized.as("sums")));
        corpus.dsl(
                "cogroup-grouped-by-name",
                b -> in(b).groupBy((key, value) -> value, Grouped.as("left"))
                        .cogroup(SUM)
                        .cogroup(other(b).groupBy((key, value) -> value, Grouped.as("right")), SUM)
                        .aggregate(ZERO));
        corpus.dsl("cogroup-then-join", b -> in(b).join(both(b).aggregate(ZERO), (left, right) -> left));
    }

    private static void addWindows(Corpus corpus) {
        corpus.dsl("cogroup-window", b -> windowed(b).aggregate(ZERO));
        corpus.dsl("cogroup-window-named", b -> windowed(b).aggregate(ZERO, Named.as("summing")));
        corpus.dsl("cogroup-window-stored", b -> windowed(b).aggregate(ZERO, Materialized.as("sums")));
        corpus.dsl(
                "cogroup-window-named-and-stored",
                b -> windowed(b).aggregate(ZERO, Named.as("summing"), Materialized.as("sums")));
        corpus.dsl("cogroup-window-rekeyed", b -> rekeyed(b).windowedBy(MINUTES).aggregate(ZERO));
        corpus.dsl("cogroup-sliding", b -> both(b).windowedBy(SLIDING).aggregate(ZERO));
        corpus.dsl("cogroup-sliding-named", b -> both(b).windowedBy(SLIDING).aggregate(ZERO, Named.as("summing")));
        corpus.dsl("cogroup-sliding-stored", b -> both(b).windowedBy(SLIDING).aggregate(ZERO, Materialized.as("sums")));
    }

    private static CogroupedKStream<String, Long> both(StreamsBuilder builder) {
        return in(builder).groupByKey().cogroup(SUM).cogroup(other(builder).groupByKey(), SUM);
    }

    private static CogroupedKStream<String, Long> rekeyed(StreamsBuilder builder) {
        return in(builder)
                .groupBy((key, value) -> value)
                .cogroup(SUM)
                .cogroup(other(builder).groupByKey(), SUM);
    }

    private static TimeWindowedCogroupedKStream<String, Long> windowed(StreamsBuilder builder) {
        return both(builder).windowedBy(MINUTES);
    }

    private static KStream<String, String> other(StreamsBuilder builder) {
        return builder.stream("other");
    }
}
