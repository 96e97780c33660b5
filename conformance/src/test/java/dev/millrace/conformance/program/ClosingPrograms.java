package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Output.text;
import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.EmitStrategy.StrategyType;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.TimeWindowedKStream;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.UnlimitedWindows;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/**
 * Aggregations in windows that send their results on when the windows close.
 *
 * <p>Without caches: where there is one, the reference looks for closed windows in steps from 1970 on, for many seconds.
 */
final class ClosingPrograms {
    private static final Set<String> COVERED = Set.of("TimeWindowedKStream.emitStrategy");
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final List<Input> NUMBERS = List.of(Input.numbers("in").withoutNullValues());
    private static final Duration SIZE = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final TimeWindows TUMBLING = TimeWindows.ofSizeWithNoGrace(SIZE);
    private static final TimeWindows GRACE = TimeWindows.ofSizeAndGrace(SIZE, Duration.ofSeconds(7));
    private static final TimeWindows HOPPING =
            TimeWindows.ofSizeAndGrace(SIZE, Duration.ofSeconds(2)).advanceBy(Duration.ofSeconds(3));

    private ClosingPrograms() {}

    static List<Program> all() {
        return List.of(
                closing(
                        "closing tumbling",
                        SIZE,
                        builder -> text(words(builder, TUMBLING).count(uncached()))),
                closing(
                        "closing with grace",
                        Duration.ofSeconds(17),
                        builder -> text(words(builder, GRACE)
                                .count(
                                        Named.as("counting"
                                                + EmitStrategy.onWindowClose().type()),
                                        uncached()))),
                closing(
                        "closing hopping",
                        Duration.ofSeconds(12),
                        builder -> text(words(builder, HOPPING).count(named("counts")))),
                closing(
                        "closing kept for long",
                        LONG,
                        builder -> text(
                                words(builder, HOPPING).count(named("counts").withRetention(LONG)))),
                closing(
                        "closing in memory",
                        LONG,
                        builder -> text(words(builder, HOPPING)
                                .count(named("counts")
                                        .withRetention(LONG)
                                        .withStoreType(Materialized.StoreType.IN_MEMORY)))),
                closing(
                        "closing in a store of its own",
                        LONG,
                        builder -> text(words(builder, HOPPING)
                                .count(Materialized.<String, Long>as(
                                                Stores.persistentTimestampedWindowStore("own", LONG, SIZE, false))
                                        .withCachingDisabled()))),
                dsl(
                                "closing reduce",
                                COVERED,
                                NUMBERS,
                                builder -> text(numbers(builder, HOPPING)
                                        .reduce(
                                                Long::sum,
                                                Named.as("summing"),
                                                named("sums").withRetention(LONG))))
                        .keeping(LONG),
                dsl(
                                "closing aggregate to null",
                                COVERED,
                                NUMBERS,
                                builder -> text(numbers(builder, GRACE)
                                        .aggregate(
                                                () -> 0L,
                                                (key, value, sum) -> value < 0 ? null : sum + value,
                                                named("sums")
                                                        .withRetention(LONG)
                                                        .withValueSerde(Serdes.Long()))))
                        .keeping(LONG),
                closing("closing, then filtered and grouped", LONG, builder -> {
                    KTable<Windowed<String>, Long> counts =
                            words(builder, HOPPING).count(named("counts").withRetention(LONG));
                    text(counts.filter((key, value) -> value > 1));
                    counts.groupBy(
                                    (key, value) -> KeyValue.pair(key.key(), value),
                                    Grouped.with(Serdes.String(), Serdes.Long()))
                            .reduce(Long::sum, (sum, old) -> sum - old)
                            .toStream()
                            .mapValues(String::valueOf)
                            .to("out");
                }),
                closing(
                        "closing by another key",
                        LONG,
                        builder -> text(builder.<String, String>stream("in")
                                .groupBy((key, value) -> value)
                                .windowedBy(HOPPING)
                                .emitStrategy(EmitStrategy.onWindowClose())
                                .count(named("counts").withRetention(LONG)))),
                closing("closing told", LONG, builder -> {
                    TimeWindowedKStream<String, String> windows =
                            builder.<String, String>stream("in").groupByKey().windowedBy(TUMBLING);
                    windows.emitStrategy(() -> StrategyType.ON_WINDOW_CLOSE);
                    text(windows.count(named("first").withRetention(LONG)));
                    windows.emitStrategy(StrategyType.forType(StrategyType.ON_WINDOW_UPDATE));
                    text(windows.count(named("second").withRetention(LONG)));
                    try {
                        builder.<String, String>stream("in")
                                .groupByKey()
                                .windowedBy(UnlimitedWindows.of())
                                .emitStrategy(EmitStrategy.onWindowClose());
                    } catch (IllegalArgumentException refused) {
                        Diary.note("refused");
                    }
                }));
    }

    private static Program closing(String name, Duration retention, Consumer<StreamsBuilder> definition) {
        return dsl(name, COVERED, WORDS, definition).keeping(retention);
    }

    private static TimeWindowedKStream<String, String> words(StreamsBuilder builder, TimeWindows windows) {
        return builder.<String, String>stream("in")
                .groupByKey()
                .windowedBy(windows)
                .emitStrategy(EmitStrategy.onWindowClose());
    }

    private static TimeWindowedKStream<String, Long> numbers(StreamsBuilder builder, TimeWindows windows) {
        return builder.stream("in", Consumed.with(Serdes.String(), Serdes.Long()))
                .groupByKey(Grouped.with(Serdes.String(), Serdes.Long()))
                .windowedBy(windows)
                .emitStrategy(EmitStrategy.onWindowClose());
    }

    private static Materialized<String, Long, WindowStore<Bytes, byte[]>> named(String name) {
        return Materialized.<String, Long, WindowStore<Bytes, byte[]>>as(name).withCachingDisabled();
    }

    private static Materialized<String, Long, WindowStore<Bytes, byte[]>> uncached() {
        return Materialized.<String, Long, WindowStore<Bytes, byte[]>>with(Serdes.String(), Serdes.Long())
                .withCachingDisabled();
    }
}
