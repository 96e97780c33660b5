package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Output.text;
import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.SessionWindowedKStream;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.kstream.Suppressed;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.kstream.WindowedSerdes;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Aggregations in sessions. */
final class SessionPrograms {
    private static final Set<String> COUNT = Set.of("SessionWindowedKStream.count");
    private static final Set<String> REDUCE = Set.of("SessionWindowedKStream.reduce");
    private static final Set<String> AGGREGATE = Set.of("SessionWindowedKStream.aggregate");
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final List<Input> NUMBERS = List.of(Input.numbers("in").withoutNullValues());
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final SessionWindows SHORT = SessionWindows.ofInactivityGapWithNoGrace(Duration.ofSeconds(3));
    private static final SessionWindows GRACE =
            SessionWindows.ofInactivityGapAndGrace(Duration.ofSeconds(2), Duration.ofSeconds(10));
    private static final SessionWindows PATIENT =
            SessionWindows.ofInactivityGapAndGrace(Duration.ofSeconds(5), Duration.ofMinutes(4));
    private static final Duration SHORT_RETENTION = Duration.ofSeconds(3);
    private static final Duration GRACE_RETENTION = Duration.ofSeconds(12);

    private SessionPrograms() {}

    static List<Program> all() {
        return List.of(
                words(
                        "session count",
                        COUNT,
                        GRACE_RETENTION,
                        builder -> text(words(builder, GRACE).count())),
                words(
                        "session count named",
                        COUNT,
                        GRACE_RETENTION,
                        builder -> text(words(builder, GRACE).count(Named.as("counting")))),
                words(
                        "session count without grace",
                        COUNT,
                        SHORT_RETENTION,
                        builder -> text(words(builder, SHORT).count(named("counts")))),
                words(
                        "session count with long grace",
                        COUNT,
                        LONG,
                        builder -> text(words(builder, PATIENT)
                                .count(Named.as("counting"), named("counts").withRetention(LONG)))),
                words(
                        "session count uncached",
                        COUNT,
                        LONG,
                        builder -> text(words(builder, PATIENT)
                                .count(named("counts").withRetention(LONG).withCachingDisabled()))),
                words(
                        "session count unlogged",
                        COUNT,
                        SHORT_RETENTION,
                        builder ->
                                text(words(builder, SHORT).count(named("counts").withLoggingDisabled()))),
                words(
                        "session count without a name for its store",
                        COUNT,
                        SHORT_RETENTION,
                        builder -> text(words(builder, SHORT)
                                .count(Materialized.<String, Long, SessionStore<Bytes, byte[]>>with(
                                        Serdes.String(), Serdes.Long())))),
                words(
                        "session count in memory",
                        COUNT,
                        LONG,
                        builder -> text(words(builder, PATIENT)
                                .count(Materialized.as(Stores.inMemorySessionStore("counts", LONG))))),
                words(
                        "session count in memory uncached",
                        COUNT,
                        SHORT_RETENTION,
                        builder -> text(words(builder, SHORT)
                                .count(named("counts")
                                        .withCachingDisabled()
                                        .withStoreType(Materialized.StoreType.IN_MEMORY)))),
                words(
                        "session count in a store of its own",
                        COUNT,
                        LONG,
                        builder -> text(words(builder, PATIENT)
                                .count(Materialized.as(Stores.persistentSessionStore("counts", LONG))))),
                words(
                        "session count in a supplied store",
                        COUNT,
                        LONG,
                        builder -> text(words(builder, PATIENT).count(Materialized.as(new Supplied("counts"))))),
                words("sessions joined with sessions", COUNT, LONG, builder -> {
                    KTable<Windowed<String>, Long> counts =
                            words(builder, PATIENT).count(named("counts").withRetention(LONG));
                    text(counts.filter((session, count) -> count > 1)
                            .outerJoin(counts.mapValues(count -> -count), SessionPrograms::sum));
                }),
                words("session windows told", COUNT, LONG, builder -> {
                    Diary.note(GRACE + " " + GRACE.inactivityGap() + " " + GRACE.gracePeriodMs());
                    text(words(builder, PATIENT)
                            .emitStrategy(EmitStrategy.onWindowUpdate())
                            .count(named("counts").withRetention(LONG)));
                }),
                words(
                        "sessions by another key",
                        COUNT,
                        GRACE_RETENTION,
                        builder -> text(builder.<String, String>stream("in")
                                .groupBy((key, value) -> value)
                                .windowedBy(GRACE)
                                .count())),
                words(
                        "session keys to a topic",
                        COUNT,
                        GRACE_RETENTION,
                        builder -> words(builder, GRACE)
                                .count()
                                .toStream()
                                .to(
                                        "out",
                                        Produced.with(
                                                WindowedSerdes.sessionWindowedSerdeFrom(String.class), Serdes.Long()))),
                words(
                        "session keys with serdes of the table",
                        COUNT,
                        GRACE_RETENTION,
                        builder -> words(builder, GRACE)
                                .count(Materialized.with(Serdes.String(), Serdes.Long()))
                                .toStream()
                                .to("out")),
                words(
                        "count of sessions",
                        COUNT,
                        LONG,
                        builder -> words(builder, PATIENT)
                                .count(named("counts").withRetention(LONG))
                                .filter((session, count) -> count > 1)
                                .groupBy(
                                        (session, count) -> KeyValue.pair(session.key(), count),
                                        Grouped.with(Serdes.String(), Serdes.Long()))
                                .reduce(Long::sum, (sum, old) -> sum - old)
                                .toStream()
                                .mapValues(String::valueOf)
                                .to("out")),
                words(
                        "sessions held until they close",
                        COUNT,
                        GRACE_RETENTION,
                        builder -> text(builder.<String, String>stream("in")
                                .groupByKey(Grouped.with(Serdes.String(), Serdes.String()))
                                .windowedBy(GRACE)
                                .count()
                                .suppress(Suppressed.untilWindowCloses(Suppressed.BufferConfig.unbounded())))),
                words(
                        "session reduce of nulls",
                        REDUCE,
                        LONG,
                        builder -> words(builder, PATIENT)
                                .reduce(
                                        (one, other) -> other == null ? "none" : one + other,
                                        SessionPrograms.<String>stored("joined").withRetention(LONG))
                                .toStream()
                                .map((session, value) -> KeyValue.pair(session.toString(), value))
                                .to("out")),
                numbers(
                        "session reduce",
                        REDUCE,
                        GRACE_RETENTION,
                        builder -> text(numbers(builder, GRACE).reduce(Long::sum))),
                numbers(
                        "session reduce named",
                        REDUCE,
                        GRACE_RETENTION,
                        builder -> text(numbers(builder, GRACE).reduce(Math::max, Named.as("max")))),
                numbers(
                        "session reduce materialized",
                        REDUCE,
                        SHORT_RETENTION,
                        builder -> text(numbers(builder, SHORT).reduce(Math::max, Named.as("max"), named("max")))),
                numbers(
                        "session reduce in memory",
                        REDUCE,
                        SHORT_RETENTION,
                        builder -> text(numbers(builder, SHORT)
                                .reduce(
                                        Math::max,
                                        SessionPrograms.<Long>stored("max")
                                                .withStoreType(Materialized.StoreType.IN_MEMORY)))),
                numbers(
                        "session aggregate",
                        AGGREGATE,
                        GRACE_RETENTION,
                        builder -> text(numbers(builder, GRACE)
                                .aggregate(
                                        () -> 1L,
                                        (key, value, sum) -> sum + value,
                                        (key, one, other) -> one + other,
                                        SessionPrograms.summed()))),
                words(
                        "session aggregate named",
                        AGGREGATE,
                        GRACE_RETENTION,
                        builder -> words(builder, GRACE)
                                .aggregate(
                                        () -> "",
                                        (key, value, all) -> all + value,
                                        (key, one, other) -> one + "," + other,
                                        Named.as("all"))
                                .toStream()
                                .map((session, value) -> KeyValue.pair(session.toString(), value))
                                .to("out")),
                words(
                        "session aggregate of the default serdes",
                        AGGREGATE,
                        GRACE_RETENTION,
                        builder -> words(builder, GRACE)
                                .aggregate(
                                        () -> "",
                                        (key, value, all) -> all + value,
                                        (key, one, other) -> one + "," + other)
                                .toStream()
                                .map((session, value) -> KeyValue.pair(session.toString(), value))
                                .to("out")),
                numbers(
                                "session aggregate to null",
                                AGGREGATE,
                                LONG,
                                builder -> text(numbers(builder, PATIENT)
                                        .aggregate(
                                                () -> 0L,
                                                (key, value, sum) -> value < 0 ? null : sum + value,
                                                (key, one, other) -> one + other,
                                                Named.as("summing"),
                                                summed().withRetention(LONG))))
                        .withoutPositions());
    }

    private static Program words(
            String name, Set<String> operators, Duration retention, Consumer<StreamsBuilder> definition) {
        return dsl(name, operators, WORDS, definition).keeping(retention);
    }

    private static Program numbers(
            String name, Set<String> operators, Duration retention, Consumer<StreamsBuilder> definition) {
        return dsl(name, operators, NUMBERS, definition).keeping(retention);
    }

    private static SessionWindowedKStream<String, String> words(StreamsBuilder builder, SessionWindows windows) {
        return builder.<String, String>stream("in").groupByKey().windowedBy(windows);
    }

    private static SessionWindowedKStream<String, Long> numbers(StreamsBuilder builder, SessionWindows windows) {
        return builder.stream("in", Consumed.with(Serdes.String(), Serdes.Long()))
                .groupByKey(Grouped.with(Serdes.String(), Serdes.Long()))
                .windowedBy(windows);
    }

    private static Long sum(Long one, Long other) {
        return (one == null ? 100L : one) + (other == null ? 1_000L : other);
    }

    private static Materialized<String, Long, SessionStore<Bytes, byte[]>> summed() {
        return named("sums").withValueSerde(Serdes.Long());
    }

    private static Materialized<String, Long, SessionStore<Bytes, byte[]>> named(String name) {
        return stored(name);
    }

    private static <V> Materialized<String, V, SessionStore<Bytes, byte[]>> stored(String name) {
        return Materialized.as(name);
    }

    /** A supplier of the user's own; its stores happen to be those that come with the library. */
    private record Supplied(String name) implements SessionBytesStoreSupplier {
        private SessionBytesStoreSupplier inner() {
            return Stores.inMemorySessionStore(name, LONG);
        }

        @Override
        public SessionStore<Bytes, byte[]> get() {
            return inner().get();
        }

        @Override
        public long segmentIntervalMs() {
            return inner().segmentIntervalMs();
        }

        @Override
        public long retentionPeriod() {
            return inner().retentionPeriod();
        }

        @Override
        public String metricsScope() {
            return inner().metricsScope();
        }
    }
}
