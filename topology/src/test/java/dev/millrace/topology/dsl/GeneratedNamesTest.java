package dev.millrace.topology.dsl;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.TopologyConfig;
import dev.millrace.streams.errors.TopologyException;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.JoinWindows;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Repartitioned;
import dev.millrace.streams.kstream.StreamJoined;
import dev.millrace.streams.kstream.Suppressed;
import dev.millrace.streams.kstream.Suppressed.BufferConfig;
import dev.millrace.streams.state.KeyValueStore;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

/** With {@code ensure.explicit.internal.resource.naming} a program must name its stores and topics. The texts are the reference's. */
class GeneratedNamesTest {
    private static final StreamJoined<String, String, String> NO_SERDES =
            StreamJoined.with(null, (Serde<String>) null, null);

    private static void build(Consumer<StreamsBuilder> program) {
        StreamsConfig config = new StreamsConfig(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "app",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "broker:9092",
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true));
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        program.accept(builder);
        builder.build();
    }

    private static void refused(Consumer<StreamsBuilder> program, String... lines) {
        assertThatThrownBy(() -> build(program))
                .isInstanceOf(TopologyException.class)
                .hasMessage("Invalid topology: " + String.join(System.lineSeparator(), lines) + System.lineSeparator());
    }

    private static void accepted(Consumer<StreamsBuilder> program) {
        assertThatCode(() -> build(program)).doesNotThrowAnyException();
    }

    private static KStream<String, String> stream(StreamsBuilder builder) {
        return builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()));
    }

    private static KTable<String, String> table(StreamsBuilder builder) {
        return builder.table("rows", Consumed.with(Serdes.String(), Serdes.String()), Materialized.as("rows"));
    }

    @Test
    void anAggregationNeedsANameOfItsStore() {
        refused(
                builder -> stream(builder).groupByKey().count(Named.as("counting")),
                "Following changelog topic(s) has not been named: KSTREAM-AGGREGATE-STATE-STORE-0000000001-changelog",
                "Following state store(s) has not been named: KSTREAM-AGGREGATE-STATE-STORE-0000000001");
        refused(
                builder -> stream(builder)
                        .groupByKey()
                        .count(Materialized.<String, Long, KeyValueStore<Bytes, byte[]>>with(
                                        Serdes.String(), Serdes.Long())
                                .withLoggingDisabled()),
                "Following state store(s) has not been named: KSTREAM-AGGREGATE-STATE-STORE-0000000002");
        accepted(builder -> stream(builder).groupByKey().count(Materialized.as("counts")));
        accepted(builder -> stream(builder).groupBy((key, value) -> value).count(Materialized.as("counts")));
    }

    @Test
    void aRepartitionNeedsAName() {
        refused(
                builder -> stream(builder).repartition().to("out"),
                "Following repartition topic(s) has not been named: KSTREAM-REPARTITION-0000000001-repartition");
        refused(
                builder -> stream(builder).selectKey((key, value) -> value).join(table(builder), (one, other) -> one),
                "Following repartition topic(s) has not been named: KSTREAM-KEY-SELECT-0000000001-repartition");
        accepted(builder ->
                stream(builder).repartition(Repartitioned.as("again")).to("out"));
    }

    @Test
    void aTableNeedsANameOfItsStore() {
        refused(
                builder -> builder.table("in"),
                "Following changelog topic(s) has not been named: in-STATE-STORE-0000000000-changelog",
                "Following state store(s) has not been named: in-STATE-STORE-0000000000");
        refused(
                builder -> builder.globalTable("in"),
                "Following state store(s) has not been named: in-STATE-STORE-0000000000");
        accepted(GeneratedNamesTest::table);
        accepted(builder ->
                table(builder).groupBy(KeyValue::pair, Grouped.as("again")).count(Materialized.as("counts")));
    }

    @Test
    void ofASuppressionOnlyTheChangelogCounts() {
        Duration second = Duration.ofSeconds(1);
        refused(
                builder -> table(builder).suppress(Suppressed.untilTimeLimit(second, BufferConfig.unbounded())),
                "Following changelog topic(s) has not been named: KTABLE-SUPPRESS-STATE-STORE-0000000003-changelog");
        accepted(builder -> table(builder)
                .suppress(Suppressed.<String>untilTimeLimit(second, BufferConfig.unbounded())
                        .withName("later")));
    }

    @Test
    void aJoinOfStreamsNeedsANameOfItsStores() {
        refused(
                builder -> joined(builder, NO_SERDES.withName("joined")),
                "Following changelog topic(s) has not been named: KSTREAM-OUTERTHIS-0000000004-store-changelog,"
                        + " KSTREAM-OUTEROTHER-0000000005-store-changelog, KSTREAM-OUTERSHARED-0000000004-store-changelog",
                "Following state store(s) has not been named: KSTREAM-OUTERTHIS-0000000004-store,"
                        + " KSTREAM-OUTEROTHER-0000000005-store, KSTREAM-OUTERSHARED-0000000004-store");
        accepted(builder -> joined(builder, StreamJoined.as("stored")));
    }

    private static void joined(StreamsBuilder builder, StreamJoined<String, String, String> options) {
        stream(builder)
                .outerJoin(
                        builder.stream("other", Consumed.with(Serdes.String(), Serdes.String())),
                        (one, other) -> one + other,
                        JoinWindows.ofTimeDifferenceWithNoGrace(Duration.ofSeconds(1)),
                        options.withKeySerde(Serdes.String())
                                .withValueSerde(Serdes.String())
                                .withOtherValueSerde(Serdes.String()));
    }

    @Test
    void ofAForeignKeyJoinOnlyTheResultCounts() {
        refused(
                builder -> table(builder)
                        .join(
                                builder.<String, String>table("others", Materialized.as("others")),
                                value -> value,
                                (one, other) -> one),
                "Following changelog topic(s) has not been named: KTABLE-FK-JOIN-OUTPUT-STATE-STORE-0000000017-changelog",
                "Following state store(s) has not been named: KTABLE-FK-JOIN-OUTPUT-STATE-STORE-0000000017");
        accepted(builder -> table(builder)
                .join(
                        builder.<String, String>table("others", Materialized.as("others")),
                        value -> value,
                        (one, other) -> one,
                        Materialized.as("joined")));
    }

    @Test
    void aProgramWithoutSettingsIsFree() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.table("in");
        assertThatCode(builder::build).doesNotThrowAnyException();
    }
}
