package dev.millrace.topology.corpus;

import static dev.millrace.topology.corpus.StreamPrograms.in;

import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Merger;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.SessionWindowedCogroupedKStream;
import dev.millrace.streams.kstream.SessionWindowedKStream;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;

/** Programs that aggregate in sessions. */
final class SessionPrograms {
    private static final SessionWindows MINUTES =
            SessionWindows.ofInactivityGapAndGrace(Duration.ofMinutes(1), Duration.ofSeconds(10));
    private static final Merger<String, Long> FIRST = (key, one, other) -> one;

    private SessionPrograms() {}

    static void addTo(Corpus corpus) {
        addCounts(corpus);
        addReductions(corpus);
        addAggregations(corpus);
        addSurroundings(corpus);
    }

    private static void addCounts(Corpus corpus) {
        corpus.dsl("session-count", b -> sessions(b).count().toStream().to("out"));
        corpus.dsl("session-count-named", b -> sessions(b).count(Named.as("counting")));
        corpus.dsl("session-count-stored", b -> sessions(b).count(Materialized.as("counts")));
        corpus.dsl(
                "session-count-with-serdes", b -> sessions(b).count(Materialized.with(Serdes.String(), Serdes.Long())));
        corpus.dsl(
                "session-count-named-and-stored",
                b -> sessions(b).count(Named.as("counting"), Materialized.as("counts")));
        corpus.dsl(
                "session-count-named-with-serdes",
                b -> sessions(b).count(Named.as("counting"), Materialized.with(Serdes.String(), Serdes.Long())));
    }

    private static void addReductions(Corpus corpus) {
        corpus.dsl("session-reduce", b -> sessions(b).reduce((one, two) -> one));
        corpus.dsl("session-reduce-named", b -> sessions(b).reduce((one, two) -> one, Named.as("reducing")));
        corpus.dsl("session-reduce-stored", b -> sessions(b).reduce((one, two) -> one, Materialized.as("reduced")));
        corpus.dsl(
                "session-reduce-with-serdes",
                b -> sessions(b).reduce((one, two) -> one, Materialized.with(Serdes.String(), Serdes.String())));
        corpus.dsl(
                "session-reduce-named-and-stored",
                b -> sessions(b).reduce((one, two) -> one, Named.as("reducing"), Materialized.as("reduced")));
    }

    private static void addAggregations(Corpus corpus) {
        corpus.dsl("session-aggregate", b -> sessions(b).aggregate(() -> 0L, (key, value, sum) -> sum, FIRST));
        corpus.dsl(
                "session-aggregate-named",
                b -> sessions(b).aggregate(() -> 0L, (key, value, sum) -> sum, FIRST, Named.as("summing")));
        corpus.dsl(
                "session-aggregate-stored",
                b -> sessions(b).aggregate(() -> 0L, (key, value, sum) -> sum, FIRST, Materialized.as("sums")));
        corpus.dsl(
                "session-aggregate-with-serdes",
                b -> sessions(b)
                        .aggregate(
                                () -> 0L,
                                (key, value, sum) -> sum,
                                FIRST,
                                Materialized.with(Serdes.String(), Serdes.Long())));
        corpus.dsl(
                "session-aggregate-named-and-stored",
                b -> sessions(b)
                        .aggregate(
                                () -> 0L,
                                (key, value, sum) -> sum,
                                FIRST,
                                Named.as("summing"),
                                Materialized.as("sums")));
    }

    private static void addSurroundings(Corpus corpus) {
        corpus.dsl(
                "session-after-new-key",
                b -> in(b).groupBy((key, value) -> value).windowedBy(MINUTES).count());
        corpus.dsl(
                "session-after-new-key-named",
                b -> in(b).groupBy((key, value) -> value, Grouped.as("grouped"))
                        .windowedBy(MINUTES)
                        .reduce((one, two) -> one, Materialized.as("reduced")));
        corpus.dsl(
                "session-after-new-key-stored",
                b -> in(b).groupBy((key, value) -> value)
                        .windowedBy(MINUTES)
                        .aggregate(() -> 0L, (key, value, sum) -> sum, FIRST, Materialized.as("sums")));
        corpus.dsl(
                "session-supplied-store",
                b -> sessions(b).count(Materialized.as(Stores.inMemorySessionStore("supplied", Duration.ofHours(1)))));
        corpus.dsl(
                "session-closing",
                b -> sessions(b).emitStrategy(EmitStrategy.onWindowClose()).count(Named.as("counting")));
        corpus.dsl("session-cogroup", b -> cogrouped(b).aggregate(() -> 0L, FIRST));
        corpus.dsl("session-cogroup-named", b -> cogrouped(b).aggregate(() -> 0L, FIRST, Named.as("summing")));
        corpus.dsl("session-cogroup-stored", b -> cogrouped(b).aggregate(() -> 0L, FIRST, Materialized.as("sums")));
        corpus.dsl(
                "session-cogroup-named-and-stored",
                b -> cogrouped(b).aggregate(() -> 0L, FIRST, Named.as("summing"), Materialized.as("sums")));
        corpus.dsl(
                "session-then-table-steps",
                b -> sessions(b)
                        .count()
                        .filter((key, value) -> true)
                        .mapValues(value -> value)
                        .toStream((key, value) -> key.key())
                        .to("out"));
    }

    private static SessionWindowedCogroupedKStream<String, Long> cogrouped(StreamsBuilder builder) {
        return in(builder)
                .groupByKey()
                .<Long>cogroup((key, value, sum) -> sum)
                .cogroup(
                        in(builder).<String>groupBy((key, value) -> value, Grouped.as("other")),
                        (key, value, sum) -> sum)
                .windowedBy(MINUTES);
    }

    private static SessionWindowedKStream<String, String> sessions(StreamsBuilder builder) {
        return in(builder).groupByKey().windowedBy(MINUTES);
    }
}
