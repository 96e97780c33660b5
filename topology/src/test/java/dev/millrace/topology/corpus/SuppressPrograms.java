package dev.millrace.topology.corpus;

import static dev.millrace.topology.corpus.StreamPrograms.in;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Suppressed;
import dev.millrace.streams.kstream.Suppressed.BufferConfig;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.Windowed;
import java.time.Duration;

/** Programs whose results come later: held back, or when a window closes. */
final class SuppressPrograms {
    private static final TimeWindows MINUTES =
            TimeWindows.ofSizeAndGrace(Duration.ofMinutes(1), Duration.ofSeconds(10));
    private static final Suppressed<Object> LATER =
            Suppressed.untilTimeLimit(Duration.ofMinutes(1), BufferConfig.maxRecords(10));
    private static final Suppressed<Windowed<?>> CLOSED = Suppressed.untilWindowCloses(BufferConfig.unbounded());

    private SuppressPrograms() {}

    static void addTo(Corpus corpus) {
        corpus.dsl(
                "suppress-rows", b -> b.table("rows").suppress(LATER).toStream().to("out"));
        corpus.dsl("suppress-rows-named", b -> b.table("rows").suppress(LATER.withName("later")));
        corpus.dsl(
                "suppress-stored-rows",
                b -> b.table("rows", Materialized.as("kept")).suppress(LATER));
        corpus.dsl(
                "suppress-count",
                b -> in(b).groupByKey().count().suppress(LATER).toStream());
        corpus.dsl(
                "suppress-windows", b -> counts(b).suppress(CLOSED).toStream().to("out"));
        corpus.dsl("suppress-windows-named", b -> counts(b).suppress(CLOSED.withName("closed")));
        corpus.dsl(
                "suppress-then-steps",
                b -> counts(b).suppress(CLOSED).filter((key, value) -> true).mapValues(value -> value));
        corpus.dsl(
                "suppress-then-group",
                b -> b.<String, String>table("rows")
                        .suppress(LATER)
                        .groupBy((key, value) -> KeyValue.pair(value, key))
                        .count());
        corpus.dsl(
                "suppress-then-join",
                b -> b.<String, String>table("rows")
                        .suppress(LATER)
                        .join(b.<String, String>table("other"), (left, right) -> left));
        corpus.dsl(
                "window-on-close",
                b -> in(b).groupByKey()
                        .windowedBy(MINUTES)
                        .emitStrategy(EmitStrategy.onWindowClose())
                        .count());
        corpus.dsl(
                "window-on-close-stored",
                b -> in(b).groupByKey()
                        .windowedBy(MINUTES)
                        .emitStrategy(EmitStrategy.onWindowClose())
                        .count(Materialized.as("counts")));
    }

    private static KTable<Windowed<String>, Long> counts(StreamsBuilder builder) {
        return in(builder).groupByKey().windowedBy(MINUTES).count();
    }
}
