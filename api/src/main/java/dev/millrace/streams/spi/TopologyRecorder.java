package dev.millrace.streams.spi;

import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.Explanation;
import dev.millrace.streams.TopologyDescription;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.streams.processor.TimestampExtractor;
import dev.millrace.streams.processor.TopicNameExtractor;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.state.StoreBuilder;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a {@code Topology}: takes each call in its canonical form, checks it, and remembers it. Not safe for
 * concurrent use; {@code Topology} locks.
 *
 * <p>Each method throws {@code TopologyException} for a name that is taken, unknown or illegal, and
 * {@code NullPointerException} for a null name.
 */
public interface TopologyRecorder {

    /** A source of topics; {@code pattern} is null. */
    void addSource(
            @Nullable AutoOffsetReset offsetReset,
            String name,
            @Nullable TimestampExtractor timestampExtractor,
            @Nullable Deserializer<?> keyDeserializer,
            @Nullable Deserializer<?> valueDeserializer,
            List<String> topics);

    /** A source of all topics that match. */
    void addSource(
            @Nullable AutoOffsetReset offsetReset,
            String name,
            @Nullable TimestampExtractor timestampExtractor,
            @Nullable Deserializer<?> keyDeserializer,
            @Nullable Deserializer<?> valueDeserializer,
            Pattern pattern);

    /** A sink to a fixed topic. */
    void addSink(
            String name,
            String topic,
            @Nullable Serializer<?> keySerializer,
            @Nullable Serializer<?> valueSerializer,
            @Nullable StreamPartitioner<?, ?> partitioner,
            List<String> parents);

    /** A sink to a topic chosen for each record. */
    void addSink(
            String name,
            TopicNameExtractor<?, ?> topicExtractor,
            @Nullable Serializer<?> keySerializer,
            @Nullable Serializer<?> valueSerializer,
            @Nullable StreamPartitioner<?, ?> partitioner,
            List<String> parents);

    void addProcessor(String name, ProcessorSupplier<?, ?, ?, ?> supplier, List<String> parents);

    void addStateStore(StoreBuilder<?> builder, List<String> processors);

    void connectProcessorAndStateStores(String processor, List<String> stores);

    /** A store that every instance fills with all partitions of a topic. */
    void addGlobalStore(
            StoreBuilder<?> builder,
            String sourceName,
            @Nullable TimestampExtractor timestampExtractor,
            @Nullable Deserializer<?> keyDeserializer,
            @Nullable Deserializer<?> valueDeserializer,
            String topic,
            String processorName,
            ProcessorSupplier<?, ?, Void, Void> supplier);

    /** A store filled from a topic that serves as its changelog too. */
    void addReadOnlyStateStore(
            StoreBuilder<?> builder,
            String sourceName,
            @Nullable TimestampExtractor timestampExtractor,
            @Nullable Deserializer<?> keyDeserializer,
            @Nullable Deserializer<?> valueDeserializer,
            String topic,
            String processorName,
            ProcessorSupplier<?, ?, Void, Void> supplier);

    TopologyDescription describe();

    /** What was done to optimize the program that this comes from. */
    List<Explanation> explain();
}
