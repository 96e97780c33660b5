package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Output.text;
import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.CogroupedKStream;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.SlidingWindows;
import dev.millrace.streams.kstream.TimeWindowedKStream;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.kstream.WindowedSerdes;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Aggregations in sliding windows, with results at every update and when windows close. */
final class SlidingPrograms {
    private static final Set<String> COVERED = Set.of("KGroupedStream.windowedBy(SlidingWindows)");
    private static final Set<String> COGROUPED = Set.of("CogroupedKStream.windowedBy(SlidingWindows)");
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final List<Input> NUMBERS = List.of(Input.numbers("in"));
    private static final List<Input> TWO = List.of(Input.words("one"), Input.words("two"));
    private static final SlidingWindows STRICT = SlidingWindows.ofTimeDifferenceWithNoGrace(Duration.ofSeconds(3));
    private static final SlidingWindows GRACE =
            SlidingWindows.ofTimeDifferenceAndGrace(Duration.ofSeconds(4), Duration.ofMillis(2_500));
    private static final SlidingWindows LONG =
            SlidingWindows.ofTimeDifferenceAndGrace(Duration.ofSeconds(10), Duration.ofMinutes(5));
    private static final SlidingWindows ENDLESS =
            SlidingWindows.ofTimeDifferenceAndGrace(Duration.ofSeconds(4), Duration.ofHours(1));
    /** As long as time itself so far, for windows that would begin before it. */
    private static final SlidingWindows EARLY =
            SlidingWindows.ofTimeDifferenceAndGrace(Duration.ofSeconds(20), Duration.ofMinutes(5));

    private static final Aggregator<String, String, String> LIST = (key, value, all) -> shortened(all + value + ",");

    private SlidingPrograms() {}

    static List<Program> all() {
        List<Program> programs = new ArrayList<>(updates());
        programs.addAll(finals());
        return programs;
    }

    private static List<Program> updates() {
        return List.of(
                sliding("sliding count", STRICT, windows -> text(windows.count())),
                sliding("sliding count with grace", GRACE, windows -> text(windows.count(Named.as("counting")))),
                sliding("sliding count materialized", LONG, windows -> text(windows.count(named("counts")))),
                sliding(
                        "sliding count named and materialized",
                        LONG,
                        windows -> text(windows.count(
                                Named.as("counting"),
                                SlidingPrograms.<Long>named("counts").withCachingDisabled()))),
                sliding(
                        "sliding count in memory",
                        GRACE,
                        windows -> text(windows.count(Materialized.<String, Long>as(Stores.inMemoryWindowStore(
                                "counts", Duration.ofMillis(10_500), Duration.ofSeconds(4), false))))),
                sliding(
                        "sliding reduce",
                        STRICT,
                        windows -> text(windows.reduce((one, other) -> shortened(one + other)))),
                sliding(
                        "sliding reduce named",
                        GRACE,
                        windows -> text(windows.reduce((one, other) -> shortened(one + other), Named.as("reducing")))),
                sliding(
                        "sliding reduce materialized",
                        LONG,
                        windows -> text(windows.reduce((one, other) -> shortened(one + other), named("reduced")))),
                sliding(
                        "sliding reduce named and materialized",
                        LONG,
                        windows -> text(windows.reduce(
                                (one, other) -> shortened(one + other), Named.as("reducing"), named("reduced")))),
                sliding("sliding aggregate", STRICT, windows -> text(windows.aggregate(() -> "I", LIST))),
                sliding(
                        "sliding aggregate named",
                        GRACE,
                        windows -> text(windows.aggregate(() -> "I", LIST, Named.as("listing")))),
                sliding(
                        "sliding aggregate materialized",
                        LONG,
                        windows -> text(windows.aggregate(() -> "I", LIST, named("lists")))),
                sliding(
                        "sliding aggregate named and materialized",
                        LONG,
                        windows -> text(windows.aggregate(
                                () -> "I",
                                LIST,
                                Named.as("listing"),
                                SlidingPrograms.<String>named("lists").withCachingDisabled()))),
                sliding("sliding, then filtered and grouped", GRACE, windows -> {
                    KTable<Windowed<String>, String> lists = windows.aggregate(() -> "I", LIST);
                    text(lists.filter((key, value) -> value.length() > 4));
                    lists.groupBy((key, value) -> KeyValue.pair(key.key(), value))
                            .aggregate(
                                    () -> "",
                                    (key, value, all) -> shortened(all + "+" + value),
                                    (key, value, all) -> shortened(all + "-" + value))
                            .toStream()
                            .to("out");
                }),
                sliding(
                        "sliding to a topic",
                        GRACE,
                        windows -> windows.count()
                                .toStream()
                                .to(
                                        "out",
                                        Produced.with(
                                                WindowedSerdes.timeWindowedSerdeFrom(String.class, 4_000L),
                                                Serdes.Long()))),
                dsl(
                                "sliding by another key",
                                COVERED,
                                WORDS,
                                builder -> text(builder.<String, String>stream("in")
                                        .groupBy((key, value) -> value)
                                        .windowedBy(GRACE)
                                        .count()))
                        .keeping(retention(GRACE)),
                dsl(
                        "sliding from the beginning of time",
                        COVERED,
                        NUMBERS,
                        builder -> text(builder.stream(
                                        "in",
                                        Consumed.with(Serdes.String(), Serdes.Long())
                                                .withTimestampExtractor((record, partitionTime) ->
                                                        record.value() instanceof Long value ? (value + 50) * 150 : 0))
                                .groupByKey(Grouped.with(Serdes.String(), Serdes.Long()))
                                .windowedBy(EARLY)
                                .aggregate(
                                        () -> "",
                                        (key, value, all) -> shortened(all + value + ","),
                                        SlidingPrograms.<String>named("early").withValueSerde(Serdes.String())))),
                // long retention: each part of a cogroup has its own time, and may write what is expired for the other
                dsl(
                                "sliding cogroup",
                                COGROUPED,
                                TWO,
                                builder ->
                                        text(both(builder).windowedBy(ENDLESS).aggregate(() -> "")))
                        .keeping(retention(ENDLESS)),
                dsl(
                                "sliding cogroup named",
                                COGROUPED,
                                TWO,
                                builder -> text(both(builder)
                                        .windowedBy(GRACE)
                                        .aggregate(
                                                () -> "",
                                                Named.as("together"),
                                                SlidingPrograms.<String>named("all")
                                                        .withRetention(retention(ENDLESS)))))
                        .keeping(retention(ENDLESS)));
    }

    private static List<Program> finals() {
        return List.of(
                sliding(
                        "sliding and closing",
                        STRICT,
                        windows -> text(windows.emitStrategy(EmitStrategy.onWindowClose())
                                .count(SlidingPrograms.<Long>named("counts").withCachingDisabled()))),
                sliding(
                        "sliding and closing with grace",
                        GRACE,
                        windows -> text(windows.emitStrategy(EmitStrategy.onWindowClose())
                                .aggregate(
                                        () -> "I",
                                        LIST,
                                        SlidingPrograms.<String>named("lists").withCachingDisabled()))),
                sliding(
                        "sliding and closing in memory",
                        GRACE,
                        windows -> text(windows.emitStrategy(EmitStrategy.onWindowClose())
                                .reduce(
                                        (one, other) -> shortened(one + other),
                                        SlidingPrograms.<String>named("reduced")
                                                .withStoreType(Materialized.StoreType.IN_MEMORY)
                                                .withCachingDisabled()))));
    }

    private static Program sliding(
            String name, SlidingWindows windows, Consumer<TimeWindowedKStream<String, String>> definition) {
        return dsl(
                        name,
                        COVERED,
                        WORDS,
                        builder -> definition.accept(builder.<String, String>stream("in")
                                .groupByKey()
                                .windowedBy(windows)))
                .keeping(retention(windows));
    }

    private static Duration retention(SlidingWindows windows) {
        return Duration.ofMillis(2 * windows.timeDifferenceMs() + windows.gracePeriodMs());
    }

    private static CogroupedKStream<String, String> both(StreamsBuilder builder) {
        return builder.<String, String>stream("one")
                .groupByKey()
                .cogroup(LIST)
                .cogroup(
                        builder.<String, String>stream("two").groupByKey(),
                        (key, value, all) -> shortened(value + all));
    }

    private static String shortened(String text) {
        return text.length() > 30 ? text.substring(0, 3) : text;
    }

    private static <V> Materialized<String, V, WindowStore<Bytes, byte[]>> named(String name) {
        return Materialized.as(name);
    }
}
