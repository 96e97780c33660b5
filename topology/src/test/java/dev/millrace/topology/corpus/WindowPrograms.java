package dev.millrace.topology.corpus;

import static dev.millrace.topology.corpus.StreamPrograms.in;

import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.TimeWindowedKStream;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.UnlimitedWindows;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;

/** Programs that aggregate in time windows. */
final class WindowPrograms {
    private static final TimeWindows MINUTES =
            TimeWindows.ofSizeAndGrace(Duration.ofMinutes(1), Duration.ofSeconds(10));

    private WindowPrograms() {}

    static void addTo(Corpus corpus) {
        corpus.dsl(
                "window-count", builder -> windowed(builder).count().toStream().to("out"));
        corpus.dsl("window-count-named", builder -> windowed(builder).count(Named.as("counting")));
        corpus.dsl("window-count-stored", builder -> windowed(builder).count(Materialized.as("counts")));
        corpus.dsl(
                "window-count-with-serdes",
                builder -> windowed(builder).count(Materialized.with(Serdes.String(), Serdes.Long())));
        corpus.dsl(
                "window-count-named-and-stored",
                builder -> windowed(builder).count(Named.as("counting"), Materialized.as("counts")));
        corpus.dsl("window-reduce", builder -> windowed(builder).reduce((one, two) -> one));
        corpus.dsl("window-reduce-named", builder -> windowed(builder).reduce((one, two) -> one, Named.as("red")));
        corpus.dsl(
                "window-reduce-stored",
                builder -> windowed(builder).reduce((one, two) -> one, Materialized.as("reduced")));
        corpus.dsl(
                "window-reduce-named-and-stored",
                builder ->
                        windowed(builder).reduce((one, two) -> one, Named.as("reducing"), Materialized.as("reduced")));
        corpus.dsl("window-aggregate", builder -> windowed(builder).aggregate(() -> 0L, (key, value, sum) -> sum));
        corpus.dsl(
                "window-aggregate-named",
                builder -> windowed(builder).aggregate(() -> 0L, (key, value, sum) -> sum, Named.as("summing")));
        corpus.dsl(
                "window-aggregate-stored",
                builder -> windowed(builder).aggregate(() -> 0L, (key, value, sum) -> sum, Materialized.as("sums")));
        corpus.dsl(
                "window-aggregate-named-and-stored",
                builder -> windowed(builder)
                        .aggregate(() -> 0L, (key, value, sum) -> sum, Named.as("summing"), Materialized.as("sums")));
        corpus.dsl(
                "window-reduce-with-serdes",
                builder -> windowed(builder)
                        .reduce((one, two) -> one, Materialized.with(Serdes.String(), Serdes.String())));
        corpus.dsl(
                "window-aggregate-with-serdes",
                builder -> windowed(builder)
                        .aggregate(
                                () -> 0L, (key, value, sum) -> sum, Materialized.with(Serdes.String(), Serdes.Long())));
        corpus.dsl(
                "window-aggregate-named-with-serdes",
                builder -> windowed(builder)
                        .aggregate(
                                () -> 0L,
                                (key, value, sum) -> sum,
                                Named.as("summing"),
                                Materialized.with(Serdes.String(), Serdes.Long())));
        corpus.dsl(
                "window-hopping",
                builder -> in(builder)
                        .groupByKey()
                        .windowedBy(MINUTES.advanceBy(Duration.ofSeconds(20)))
                        .count());
        corpus.dsl(
                "window-after-new-key",
                builder -> in(builder)
                        .groupBy((key, value) -> value)
                        .windowedBy(MINUTES)
                        .count());
        corpus.dsl(
                "window-after-new-key-named",
                builder -> in(builder)
                        .groupBy((key, value) -> value, Grouped.as("grouped"))
                        .windowedBy(MINUTES)
                        .reduce((one, two) -> one, Materialized.as("reduced")));
        corpus.dsl(
                "window-supplied-store",
                builder -> windowed(builder)
                        .count(Materialized.as(Stores.inMemoryWindowStore(
                                "supplied", Duration.ofHours(1), Duration.ofMinutes(1), false))));
        corpus.dsl(
                "window-unlimited",
                builder -> in(builder)
                        .groupByKey()
                        .windowedBy(UnlimitedWindows.of())
                        .count());
        corpus.dsl(
                "window-then-table-steps",
                builder -> windowed(builder)
                        .count()
                        .filter((key, value) -> true)
                        .mapValues(value -> value)
                        .toStream((key, value) -> key.key())
                        .to("out"));
    }

    private static TimeWindowedKStream<String, String> windowed(StreamsBuilder builder) {
        return in(builder).groupByKey().windowedBy(MINUTES);
    }
}
