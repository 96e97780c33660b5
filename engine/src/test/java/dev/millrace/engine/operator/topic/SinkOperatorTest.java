package dev.millrace.engine.operator.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.operator.Collector;
import dev.millrace.engine.operator.FakeTask;
import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.factory.OperatorFactory;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.streams.processor.TopicNameExtractor;
import dev.millrace.topology.definition.OperatorDefinition.MapValues;
import dev.millrace.topology.definition.ProcessorDefinition;
import dev.millrace.topology.definition.SinkDefinition;
import dev.millrace.topology.definition.SinkDefinition.Content;
import dev.millrace.topology.definition.SourceDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SinkOperatorTest {
    private final FakeTask task = new FakeTask();

    private Operator sink(
            @Nullable String topic,
            @Nullable TopicNameExtractor<?, ?> extractor,
            @Nullable Serializer<?> keys,
            @Nullable Serializer<?> values,
            @Nullable StreamPartitioner<?, ?> partitioner,
            Content content) {
        return OperatorFactory.create(
                new SinkDefinition("sink", List.of("p"), topic, extractor, keys, values, partitioner, content), task);
    }

    private Operator sink(@Nullable Serializer<?> keys, @Nullable Serializer<?> values) {
        return sink("out", null, keys, values, null, Content.RECORDS);
    }

    /** A processor above the sink, and a second child after it. */
    private Operator parentOf(Operator sink, Collector second) {
        Operator parent = OperatorFactory.create(
                new ProcessorDefinition("parent", List.of("in"), new MapValues((key, value) -> value), List.of()),
                task);
        parent.connect(List.of(sink, second));
        return parent;
    }

    @Test
    void recordsAreSerializedWithTheDefaultSerdesIfNoneAreGiven() {
        Operator sink = sink(null, null);
        task.feed(sink, "k", "v", 5);
        task.feed(sink, null, null, 6);

        assertThat(task.sent).containsExactly("out: k=v@5", "out: null=null@6");
    }

    @Test
    void missingDefaultSerdesAreReportedWithTheNameOfTheSink() {
        task.hasDefaultSerdes = false;

        assertThatThrownBy(() -> sink(null, new StringSerializer()))
                .isInstanceOf(StreamsException.class)
                .hasMessage("Sink sink has no key serde");
        assertThatThrownBy(() -> sink(new StringSerializer(), null)).hasMessage("Sink sink has no value serde");
    }

    @Test
    void internalTopicsGetTheApplicationId() {
        task.feed(sink("x-repartition", null, null, null, null, Content.RECORDS), "k", "v", 5);

        assertThat(task.sent).containsExactly("app-x-repartition: k=v@5");
    }

    @Test
    void anExtractorChoosesTheTopicAndIsToldWhereTheRecordCameFromAndItsOwnTime() {
        List<Object> told = new ArrayList<>();
        TopicNameExtractor<Object, Object> extractor = (key, value, context) -> {
            told.addAll(List.of(context.topic(), context.partition(), context.offset(), context.timestamp()));
            told.add(new String(context.sourceRawKey(), StandardCharsets.UTF_8));
            return "to-" + value;
        };
        Operator sink = sink(null, extractor, null, null, null, Content.RECORDS);
        task.feed(sink, "k", "v", 5);
        sink.accept("k", "w", 99, new RecordHeaders());

        assertThat(task.sent).containsExactly("to-v: k=v@5", "to-w: k=w@99");
        assertThat(told).containsExactly("in", 0, 0L, 5L, "rk", "in", 0, 0L, 99L, "rk");
    }

    @Test
    void aPartitionerLeavesTheChoiceOrMultipliesOrDrops() {
        StreamPartitioner<Object, Object> partitioner = (topic, key, value, count) -> switch ((String) value) {
            case "default" -> Optional.empty();
            case "drop" -> Optional.of(new LinkedHashSet<>());
            default -> Optional.of(new LinkedHashSet<>(List.of(count - 1, 0)));
        };
        Operator sink = sink("out", null, null, null, partitioner, Content.RECORDS);
        task.feed(sink, "k", "default", 5);
        task.feed(sink, "k", "drop", 5);
        task.feed(sink, "k", "two", 5);

        assertThat(task.sent).containsExactly("out: k=default@5", "out-2: k=two@5", "out-0: k=two@5");
        assertThat(task.dropped).containsExactly("sink: the partitioner chose no partition");
    }

    // ---- key bytes ----

    @Test
    void keyBytesFromTheSourceServeAgainIfTheKeyIsTheSameObjectAndTheSerdeAgrees() {
        String key = "k";
        task.sourceKeyBytes = new byte[] {'k'};
        Operator sink = sink(null, null);
        task.feed(sink, key, "v", 5);
        sink.accept(new String(new char[] {'k'}), "v", 5, new RecordHeaders());

        assertThat(task.sentKeys.get(0)).isSameAs(task.sourceKeyBytes);
        assertThat(task.sentKeys.get(1)).isNotSameAs(task.sourceKeyBytes).isEqualTo(new byte[] {'k'});
    }

    @Test
    void keyBytesDoNotServeASerializerThatIsNotKafkasOwn() {
        task.sourceKeyBytes = new byte[] {'k'};
        task.feed(sink((topic, data) -> new byte[] {'x'}, null), "k", "v", 5);

        assertThat(task.sent).containsExactly("out: x=v@5");
    }

    @Test
    void keyBytesDoNotHideThatTheSerializerIsOfAnotherType() {
        task.sourceKeyBytes = new byte[] {'k'};

        assertThatThrownBy(() -> task.feed(sink(new LongSerializer(), null), "k", "v", 5))
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("which org.apache.kafka.common.serialization.LongSerializer does not take")
                .hasMessageContaining("java.lang.String");
    }

    // ---- what goes wrong ----

    @Test
    void whatCannotBeSerializedIsTheSinksToAnswerAndSiblingsGoOn() {
        task.handlerContinues = true;
        Collector second = new Collector("second", task);
        Operator parent = parentOf(
                sink(null, (topic, data) -> {
                    throw new IllegalArgumentException("no bytes");
                }),
                second);
        task.feed(parent, "k", "v", 5);

        assertThat(task.sent).isEmpty();
        assertThat(task.failures).containsExactly("sink cannot serialize value v for out: no bytes");
        assertThat(task.dropped).hasSize(1);
        assertThat(second.taken).hasSize(1);
    }

    @Test
    void aSerializerOfTheWrongTypeIsTheParentsToAnswer() {
        task.handlerContinues = true;
        Collector second = new Collector("second", task);
        task.feed(parentOf(sink(null, new LongSerializer()), second), "k", "v", 5);

        assertThat(task.failures)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("parent on k=v@5: A value for topic out is a ");
        assertThat(second.taken).isEmpty();
    }

    @Test
    void anExtractorThatGivesNoTopicIsTheParentsToAnswer() {
        task.handlerContinues = true;
        Operator sink = sink(null, (key, value, context) -> null, null, null, null, Content.RECORDS);
        task.feed(parentOf(sink, new Collector("second", task)), "k", "v", 5);

        assertThat(task.failures).hasSize(1).first().asString().contains("parent on k=v@5: Topic cannot be null");
    }

    @Test
    void aSinkHasNoChildren() {
        assertThatThrownBy(() -> sink(null, null).connect(List.of(new Collector("c", task))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[c]");
    }

    // ---- table updates ----

    @Test
    void tableUpdatesTravelAsPairsAndComeBackAsUpdates() {
        Operator sink = sink("out", null, null, null, null, Content.TABLE_UPDATES);
        task.feedUpdate(sink, "k", "new", "old", 5);
        task.feedUpdate(sink, "k", null, "old", 6);
        task.feedUpdate(sink, "k", "new", null, 7);

        Collector child = new Collector("child", task);
        Operator source = OperatorFactory.create(
                new SourceDefinition("source", List.of("out"), null, null, null, null, null, Content.TABLE_UPDATES),
                task);
        source.connect(List.of(child));
        TableUpdateDeserializer deserializer =
                new TableUpdateDeserializer(task.defaultValueSerde().deserializer());
        for (byte[] value : task.sentValues) {
            task.feed(source, "k", deserializer.deserialize("out", value), 8);
        }
        assertThat(child.taken).containsExactly("k: new<-old@8", "k: null<-old@8", "k: new<-null@8");
    }

    @Test
    void aTableUpdateWithoutKeyIsAFailure() {
        Operator source = new TableUpdateSource("source", task);
        source.connect(List.of());

        assertThatThrownBy(() -> task.feed(source, null, new TableUpdate("v", null), 5))
                .rootCause()
                .hasMessageContaining("source source");
    }
}
