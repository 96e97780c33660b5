package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.Lowering.KEYS;
import static dev.millrace.topology.dsl.Lowering.VALUES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.Joined;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.Repartitioned;
import dev.millrace.streams.kstream.TimeWindowedSerializer;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.topology.definition.Open;
import dev.millrace.topology.definition.SinkDefinition;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** Which serdes reach a sink; where none does, the configured default is used. All as observed on the reference. */
class SerdeInheritanceTest {

    @Test
    void anOperatorThatKeepsKeyAndValueKeepsTheirSerdes() {
        assertKeepsBoth(in -> in.filter((key, value) -> true));
        assertKeepsBoth(in -> in.peek((key, value) -> {}));
        assertKeepsBoth(in -> in.toTable().toStream());
        assertKeepsBoth(in -> in.split()
                .branch((key, value) -> true)
                .noDefaultBranch()
                .values()
                .iterator()
                .next());
    }

    @Test
    void anOperatorThatMayChangeTheValueForgetsItsSerde() {
        assertSerializers(in -> in.mapValues(value -> value), true, false);
        assertSerializers(in -> in.flatMapValues(value -> List.of(value)), true, false);
    }

    @Test
    void anOperatorThatMayChangeTheKeyForgetsItsSerde() {
        assertSerializers(in -> in.selectKey((key, value) -> key), false, true);
        assertSerializers(in -> in.map(KeyValue::pair), false, false);
        assertSerializers(in -> in.flatMap((key, value) -> List.of(KeyValue.pair(key, value))), false, false);
    }

    @Test
    void mergedStreamsForgetBoth() {
        assertSerializers(in -> in.merge(in), false, false);
    }

    @Test
    void whatASinkIsToldWins() {
        Lowering lowering = new Lowering();
        lowering.stream("in").mapValues(value -> value).to("out", Produced.with(VALUES, KEYS));
        assertThat(lowering.sink("out").keySerializer()).isSameAs(VALUES.serializer());
        assertThat(lowering.sink("out").valueSerializer()).isSameAs(KEYS.serializer());
    }

    @Test
    void repartitioningDoesNotInheritTheKeySerdeForItsTopicButKeepsItForTheStream() {
        Lowering lowering = new Lowering();
        lowering.stream("in").repartition(Repartitioned.as("again")).to("out");
        assertThat(lowering.sink("again-repartition").keySerializer()).isNull();
        assertThat(lowering.sink("again-repartition").valueSerializer()).isSameAs(VALUES.serializer());
        assertThat(lowering.source("again-repartition").valueDeserializer()).isSameAs(VALUES.deserializer());
        assertThat(lowering.sink("out").keySerializer()).isSameAs(KEYS.serializer());
    }

    @Test
    void groupingInheritsUnlessItIsToldAnything() {
        assertKeepsBoth(in -> in.groupByKey().reduce((one, two) -> one).toStream());
        assertSerializers(
                in -> in.groupByKey(Grouped.as("group"))
                        .reduce((one, two) -> one)
                        .toStream(),
                false,
                false);
        assertSerializers(
                in -> in.groupByKey(Grouped.keySerde(KEYS))
                        .reduce((one, two) -> one)
                        .toStream(),
                true,
                false);
    }

    @Test
    void aJoinBehindATopicUsesTheSerdesOfJoined() {
        Lowering lowering = new Lowering();
        lowering.stream("in")
                .map(KeyValue::pair)
                .join(lowering.table("table"), (left, right) -> left, Joined.with(KEYS, VALUES, null, "join"))
                .to("out");
        assertThat(lowering.sink("join-repartition").keySerializer()).isSameAs(KEYS.serializer());
        assertThat(lowering.sink("join-repartition").valueSerializer()).isSameAs(VALUES.serializer());
        assertThat(lowering.sink("out").keySerializer()).isSameAs(KEYS.serializer());
        assertThat(lowering.sink("out").valueSerializer()).isNull();
    }

    @Test
    void windowsOfAKeyAreWrittenWithTheSerdeOfTheKeyAndToItsPartition() {
        Lowering lowering = new Lowering();
        lowering.stream("in")
                .groupByKey()
                .windowedBy(minutes())
                .count()
                .toStream()
                .to("out");
        SinkDefinition sink = lowering.sink("out");
        assertThat(sink.keySerializer()).isInstanceOf(TimeWindowedSerializer.class);
        assertThat(sink.partitioner()).isNotNull();
        assertThat(sink.valueSerializer())
                .isInstanceOf(Serdes.Long().serializer().getClass());
    }

    @Test
    void windowsOfAKeyWithoutASerdeAreCompletedWithTheDefault() {
        Lowering lowering = new Lowering();
        lowering.stream("in")
                .map(KeyValue::pair)
                .groupByKey()
                .windowedBy(minutes())
                .count()
                .toStream()
                .to("out");
        Serializer<?> open = lowering.sink("out").keySerializer();
        assertThat(open).isInstanceOf(Open.class);
        assertThat((Object) Open.completed(open, () -> KEYS)).isInstanceOf(TimeWindowedSerializer.class);
    }

    private static TimeWindows minutes() {
        return TimeWindows.ofSizeWithNoGrace(Duration.ofMinutes(1));
    }

    private static void assertKeepsBoth(Function<KStream<String, String>, KStream<String, String>> operator) {
        assertSerializers(operator, true, true);
    }

    private static void assertSerializers(
            Function<KStream<String, String>, KStream<String, String>> operator, boolean keepsKey, boolean keepsValue) {
        Lowering lowering = new Lowering();
        operator.apply(lowering.stream("in")).to("out");
        assertThat(lowering.sink("out").keySerializer()).isSameAs(keepsKey ? KEYS.serializer() : null);
        assertThat(lowering.sink("out").valueSerializer()).isSameAs(keepsValue ? VALUES.serializer() : null);
    }
}
