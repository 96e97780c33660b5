package dev.millrace.benchmarks.program;

import dev.millrace.benchmarks.input.Topics;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.Topology;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.JoinWindows;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.kstream.SlidingWindows;
import dev.millrace.streams.kstream.Suppressed;
import dev.millrace.streams.kstream.Suppressed.BufferConfig;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.WindowedSerdes;
import dev.millrace.streams.state.KeyValueStore;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A program to measure: what it does with the input stream. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas without state
enum Workload {
    NO_SINK(in -> in.foreach((key, value) -> {})),
    STATELESS(in -> in.filter((key, value) -> value.charAt(0) != 'a')
            .mapValues(value -> value.substring(1))
            .to(Topics.OUTPUT)),
    COUNT_UNCACHED(in -> in.groupByKey()
            .count(Materialized.<String, Long, KeyValueStore<Bytes, byte[]>>as("counts")
                    .withCachingDisabled())
            .toStream()
            .to(Topics.OUTPUT, Produced.valueSerde(Serdes.Long()))),
    COUNT_CACHED(in -> in.groupByKey().count().toStream().to(Topics.OUTPUT, Produced.valueSerde(Serdes.Long()))),
    HOPPING_COUNT(in -> in.groupByKey()
            .windowedBy(TimeWindows.ofSizeWithNoGrace(Duration.ofSeconds(60)).advanceBy(Duration.ofSeconds(10)))
            .count()
            .toStream()
            .to(
                    Topics.OUTPUT,
                    Produced.with(WindowedSerdes.timeWindowedSerdeFrom(String.class, 60_000L), Serdes.Long()))),
    WINDOW_COUNT(in -> in.groupByKey()
            .windowedBy(TimeWindows.ofSizeWithNoGrace(Duration.ofSeconds(10)))
            .count()
            .toStream()
            .to(
                    Topics.OUTPUT,
                    Produced.with(WindowedSerdes.timeWindowedSerdeFrom(String.class, 10_000L), Serdes.Long()))),
    SUPPRESS_COUNT(in -> in.groupByKey(Grouped.with(Serdes.String(), Serdes.String()))
            .windowedBy(TimeWindows.ofSizeWithNoGrace(Duration.ofSeconds(10)))
            .count()
            .suppress(Suppressed.untilWindowCloses(BufferConfig.unbounded()))
            .toStream()
            .to(
                    Topics.OUTPUT,
                    Produced.with(WindowedSerdes.timeWindowedSerdeFrom(String.class, 10_000L), Serdes.Long()))),
    SESSION_COUNT(in -> in.groupByKey()
            .windowedBy(SessionWindows.ofInactivityGapWithNoGrace(Duration.ofSeconds(5)))
            .count()
            .toStream()
            .to(Topics.OUTPUT, Produced.with(WindowedSerdes.sessionWindowedSerdeFrom(String.class), Serdes.Long()))),
    /** Its table has a store by name, and so a changelog that can be written beforehand. */
    RESTORED_JOIN((in, builder) -> in.join(
                    builder.<String, String>table(
                            Topics.TABLE, Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as("rows")),
                    (value, row) -> row.charAt(0) + value)
            .to(Topics.OUTPUT)),
    SLIDING_COUNT(in -> in.groupByKey()
            .windowedBy(SlidingWindows.ofTimeDifferenceWithNoGrace(Duration.ofSeconds(10)))
            .count()
            .toStream()
            .to(
                    Topics.OUTPUT,
                    Produced.with(WindowedSerdes.timeWindowedSerdeFrom(String.class, 10_000L), Serdes.Long()))),
    TABLE_TABLE_JOIN((in, builder) -> in.toTable()
            .join(builder.<String, String>table(Topics.TABLE), (value, row) -> row.charAt(0) + value)
            .toStream()
            .to(Topics.OUTPUT)),
    /** Ten rows refer to each row of the other table that any refers to: those whose keys differ in the last digit. */
    FOREIGN_KEY_JOIN((in, builder) -> in.toTable()
            .join(
                    builder.<String, String>table(Topics.TABLE),
                    (key, value) -> key.substring(0, key.length() - 1) + '0',
                    (value, row) -> row.charAt(0) + value)
            .toStream()
            .to(Topics.OUTPUT)),
    FOREIGN_KEY_JOIN_B((in, builder) -> builder.<String, String>table(Topics.TABLE)
            .join(
                    in.toTable(),
                    (key, value) -> key.substring(0, key.length() - 1) + '0',
                    (row, value) -> row.charAt(0) + value)
            .toStream()
            .to(Topics.OUTPUT)),
    TABLE_JOIN(
            (in, builder) -> in.join(builder.<String, String>table(Topics.TABLE), (value, row) -> row.charAt(0) + value)
                    .to(Topics.OUTPUT)),
    STREAM_JOIN_INNER((in, builder) ->
            in.join(other(builder), Workload::joined, windows()).to(Topics.OUTPUT)),
    STREAM_JOIN_LEFT((in, builder) ->
            in.leftJoin(other(builder), Workload::joined, windows()).to(Topics.OUTPUT)),
    STREAM_JOIN_OUTER((in, builder) ->
            in.outerJoin(other(builder), Workload::joined, windows()).to(Topics.OUTPUT));

    private final BiConsumer<KStream<String, String>, StreamsBuilder> program;

    Workload(Consumer<KStream<String, String>> program) {
        this((in, builder) -> program.accept(in));
    }

    Workload(BiConsumer<KStream<String, String>, StreamsBuilder> program) {
        this.program = program;
    }

    private static KStream<String, String> other(StreamsBuilder builder) {
        return builder.stream(Topics.OTHER);
    }

    /** Records match if they are at most ten seconds apart. */
    private static JoinWindows windows() {
        return JoinWindows.ofTimeDifferenceWithNoGrace(Duration.ofSeconds(10));
    }

    private static String joined(@Nullable String left, @Nullable String right) {
        return left == null ? "-" + right : right == null ? left + "-" : left.charAt(0) + right;
    }

    Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        program.accept(builder.stream(Topics.INPUT), builder);
        return builder.build();
    }
}
