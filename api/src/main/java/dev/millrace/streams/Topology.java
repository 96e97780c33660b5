package dev.millrace.streams;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.streams.processor.TimestampExtractor;
import dev.millrace.streams.processor.TopicNameExtractor;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.spi.Providers;
import dev.millrace.streams.spi.TopologyRecorder;
import dev.millrace.streams.state.StoreBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The graph of a program: sources that read topics, processors that hold user code, sinks that write topics, and the state
 * stores that processors share. Nodes are named; a node may only name parents that were added before.
 *
 * <p>Each method returns this topology, so that calls can be chained, and throws
 * {@link dev.millrace.streams.errors.TopologyException} at once if what it adds could not run: a name that is taken, a parent
 * that is unknown, a topic that another source reads. Safe for use by several threads.
 *
 * <p>Source: the section "Processor API" of the Kafka documentation.
 */
public class Topology {
    /** What stands behind this class; the engine and the test driver read it. */
    final TopologyRecorder recorder;

    /** An empty topology. */
    public Topology() {
        recorder = Providers.topologies().newTopology(null);
    }

    /** An empty topology with settings of its own. */
    public Topology(TopologyConfig topologyConfigs) {
        recorder = Providers.topologies().newTopology(topologyConfigs);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, String...)}. */
    public Topology addSource(String name, String... topics) {
        return source(null, name, null, null, null, topics);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, Pattern)}. */
    public Topology addSource(String name, Pattern topicPattern) {
        return source(null, name, null, null, null, topicPattern);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, String...)}. */
    @Deprecated
    public Topology addSource(AutoOffsetReset offsetReset, String name, String... topics) {
        return source(modern(offsetReset), name, null, null, null, topics);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, String...)}. */
    public Topology addSource(dev.millrace.streams.AutoOffsetReset offsetReset, String name, String... topics) {
        return source(offsetReset, name, null, null, null, topics);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, Pattern)}. */
    @Deprecated
    public Topology addSource(AutoOffsetReset offsetReset, String name, Pattern topicPattern) {
        return source(modern(offsetReset), name, null, null, null, topicPattern);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, Pattern)}. */
    public Topology addSource(dev.millrace.streams.AutoOffsetReset offsetReset, String name, Pattern topicPattern) {
        return source(offsetReset, name, null, null, null, topicPattern);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, String...)}. */
    public Topology addSource(TimestampExtractor timestampExtractor, String name, String... topics) {
        return source(null, name, timestampExtractor, null, null, topics);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, Pattern)}. */
    public Topology addSource(TimestampExtractor timestampExtractor, String name, Pattern topicPattern) {
        return source(null, name, timestampExtractor, null, null, topicPattern);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, String...)}. */
    @Deprecated
    public Topology addSource(
            AutoOffsetReset offsetReset, TimestampExtractor timestampExtractor, String name, String... topics) {
        return source(modern(offsetReset), name, timestampExtractor, null, null, topics);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, String...)}. */
    public Topology addSource(
            dev.millrace.streams.AutoOffsetReset offsetReset,
            TimestampExtractor timestampExtractor,
            String name,
            String... topics) {
        return source(offsetReset, name, timestampExtractor, null, null, topics);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, Pattern)}. */
    @Deprecated
    public Topology addSource(
            AutoOffsetReset offsetReset, TimestampExtractor timestampExtractor, String name, Pattern topicPattern) {
        return source(modern(offsetReset), name, timestampExtractor, null, null, topicPattern);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, Pattern)}. */
    public Topology addSource(
            dev.millrace.streams.AutoOffsetReset offsetReset,
            TimestampExtractor timestampExtractor,
            String name,
            Pattern topicPattern) {
        return source(offsetReset, name, timestampExtractor, null, null, topicPattern);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, String...)}. */
    public <K, V> Topology addSource(
            String name, Deserializer<K> keyDeserializer, Deserializer<V> valueDeserializer, String... topics) {
        return source(null, name, null, keyDeserializer, valueDeserializer, topics);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, Pattern)}. */
    public <K, V> Topology addSource(
            String name, Deserializer<K> keyDeserializer, Deserializer<V> valueDeserializer, Pattern topicPattern) {
        return source(null, name, null, keyDeserializer, valueDeserializer, topicPattern);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, String...)}. */
    @Deprecated
    public <K, V> Topology addSource(
            AutoOffsetReset offsetReset,
            String name,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String... topics) {
        return source(modern(offsetReset), name, null, keyDeserializer, valueDeserializer, topics);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, String...)}. */
    public <K, V> Topology addSource(
            dev.millrace.streams.AutoOffsetReset offsetReset,
            String name,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String... topics) {
        return source(offsetReset, name, null, keyDeserializer, valueDeserializer, topics);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, Pattern)}. */
    @Deprecated
    public <K, V> Topology addSource(
            AutoOffsetReset offsetReset,
            String name,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            Pattern topicPattern) {
        return source(modern(offsetReset), name, null, keyDeserializer, valueDeserializer, topicPattern);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, Pattern)}. */
    public <K, V> Topology addSource(
            dev.millrace.streams.AutoOffsetReset offsetReset,
            String name,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            Pattern topicPattern) {
        return source(offsetReset, name, null, keyDeserializer, valueDeserializer, topicPattern);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, String...)}. */
    @Deprecated
    public <K, V> Topology addSource(
            AutoOffsetReset offsetReset,
            String name,
            TimestampExtractor timestampExtractor,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String... topics) {
        return source(modern(offsetReset), name, timestampExtractor, keyDeserializer, valueDeserializer, topics);
    }

    /** See {@link #addSource(dev.millrace.streams.AutoOffsetReset, String, TimestampExtractor, Deserializer, Deserializer, Pattern)}. */
    @Deprecated
    public <K, V> Topology addSource(
            AutoOffsetReset offsetReset,
            String name,
            TimestampExtractor timestampExtractor,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            Pattern topicPattern) {
        return source(modern(offsetReset), name, timestampExtractor, keyDeserializer, valueDeserializer, topicPattern);
    }

    /**
     * Adds a source that reads topics.
     *
     * @param offsetReset where to start if the group has no committed offset; null for {@code auto.offset.reset}
     * @param name the unique name of the node
     * @param timestampExtractor null for {@code default.timestamp.extractor}
     * @param keyDeserializer null for {@code default.key.serde}
     * @param valueDeserializer null for {@code default.value.serde}
     * @param topics at least one, read by no other source
     */
    public <K, V> Topology addSource(
            dev.millrace.streams.AutoOffsetReset offsetReset,
            String name,
            TimestampExtractor timestampExtractor,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String... topics) {
        return source(offsetReset, name, timestampExtractor, keyDeserializer, valueDeserializer, topics);
    }

    /**
     * Adds a source that reads every topic whose name matches a pattern, also those created later.
     *
     * @param offsetReset where to start if the group has no committed offset; null for {@code auto.offset.reset}
     * @param name the unique name of the node
     * @param timestampExtractor null for {@code default.timestamp.extractor}
     * @param keyDeserializer null for {@code default.key.serde}
     * @param valueDeserializer null for {@code default.value.serde}
     * @param topicPattern must not match a topic that another source reads
     */
    public <K, V> Topology addSource(
            dev.millrace.streams.AutoOffsetReset offsetReset,
            String name,
            TimestampExtractor timestampExtractor,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            Pattern topicPattern) {
        return source(offsetReset, name, timestampExtractor, keyDeserializer, valueDeserializer, topicPattern);
    }

    private synchronized Topology source(
            dev.millrace.streams.AutoOffsetReset offsetReset,
            String name,
            TimestampExtractor timestampExtractor,
            Deserializer<?> keyDeserializer,
            Deserializer<?> valueDeserializer,
            String... topics) {
        recorder.addSource(
                offsetReset, name, timestampExtractor, keyDeserializer, valueDeserializer, list("topics", topics));
        return this;
    }

    private synchronized Topology source(
            dev.millrace.streams.AutoOffsetReset offsetReset,
            String name,
            TimestampExtractor timestampExtractor,
            Deserializer<?> keyDeserializer,
            Deserializer<?> valueDeserializer,
            Pattern topicPattern) {
        recorder.addSource(offsetReset, name, timestampExtractor, keyDeserializer, valueDeserializer, topicPattern);
        return this;
    }

    private static dev.millrace.streams.AutoOffsetReset modern(AutoOffsetReset reset) {
        if (reset == null) {
            return null;
        }
        return reset == AutoOffsetReset.EARLIEST
                ? dev.millrace.streams.AutoOffsetReset.earliest()
                : dev.millrace.streams.AutoOffsetReset.latest();
    }

    private static List<String> list(String what, String... names) {
        return Arrays.asList(
                Objects.requireNonNull(names, what + " cannot be a null array").clone());
    }

    /** See {@link #addSink(String, String, Serializer, Serializer, StreamPartitioner, String...)}. */
    public Topology addSink(String name, String topic, String... parentNames) {
        return addSink(name, topic, null, null, null, parentNames);
    }

    /** See {@link #addSink(String, String, Serializer, Serializer, StreamPartitioner, String...)}. */
    public <K, V> Topology addSink(
            String name, String topic, StreamPartitioner<? super K, ? super V> partitioner, String... parentNames) {
        return addSink(name, topic, null, null, partitioner, parentNames);
    }

    /** See {@link #addSink(String, String, Serializer, Serializer, StreamPartitioner, String...)}. */
    public <K, V> Topology addSink(
            String name,
            String topic,
            Serializer<K> keySerializer,
            Serializer<V> valueSerializer,
            String... parentNames) {
        return addSink(name, topic, keySerializer, valueSerializer, null, parentNames);
    }

    /**
     * Adds a sink that writes to a topic.
     *
     * @param name the unique name of the node
     * @param topic an existing topic
     * @param keySerializer null for {@code default.key.serde}
     * @param valueSerializer null for {@code default.value.serde}
     * @param partitioner null for the producer's own choice
     * @param parentNames at least one source or processor
     */
    public synchronized <K, V> Topology addSink(
            String name,
            String topic,
            Serializer<K> keySerializer,
            Serializer<V> valueSerializer,
            StreamPartitioner<? super K, ? super V> partitioner,
            String... parentNames) {
        recorder.addSink(name, topic, keySerializer, valueSerializer, partitioner, list("parent names", parentNames));
        return this;
    }

    /** See {@link #addSink(String, TopicNameExtractor, Serializer, Serializer, StreamPartitioner, String...)}. */
    public <K, V> Topology addSink(
            String name, TopicNameExtractor<? super K, ? super V> topicExtractor, String... parentNames) {
        return addSink(name, topicExtractor, null, null, null, parentNames);
    }

    /** See {@link #addSink(String, TopicNameExtractor, Serializer, Serializer, StreamPartitioner, String...)}. */
    public <K, V> Topology addSink(
            String name,
            TopicNameExtractor<? super K, ? super V> topicExtractor,
            StreamPartitioner<? super K, ? super V> partitioner,
            String... parentNames) {
        return addSink(name, topicExtractor, null, null, partitioner, parentNames);
    }

    /** See {@link #addSink(String, TopicNameExtractor, Serializer, Serializer, StreamPartitioner, String...)}. */
    public <K, V> Topology addSink(
            String name,
            TopicNameExtractor<? super K, ? super V> topicExtractor,
            Serializer<K> keySerializer,
            Serializer<V> valueSerializer,
            String... parentNames) {
        return addSink(name, topicExtractor, keySerializer, valueSerializer, null, parentNames);
    }

    /**
     * Adds a sink that writes each record to the topic that an extractor chooses.
     *
     * @param name the unique name of the node
     * @param topicExtractor chooses an existing topic for each record
     * @param keySerializer null for {@code default.key.serde}
     * @param valueSerializer null for {@code default.value.serde}
     * @param partitioner null for the producer's own choice
     * @param parentNames at least one source or processor
     */
    public synchronized <K, V> Topology addSink(
            String name,
            TopicNameExtractor<? super K, ? super V> topicExtractor,
            Serializer<K> keySerializer,
            Serializer<V> valueSerializer,
            StreamPartitioner<? super K, ? super V> partitioner,
            String... parentNames) {
        recorder.addSink(
                name, topicExtractor, keySerializer, valueSerializer, partitioner, list("parent names", parentNames));
        return this;
    }

    /**
     * Adds a processor, and the stores that its supplier brings along.
     *
     * @param name the unique name of the node
     * @param processorSupplier makes a new processor for each task
     * @param parentNames at least one source or processor
     */
    public synchronized <KIn, VIn, KOut, VOut> Topology addProcessor(
            String name, ProcessorSupplier<KIn, VIn, KOut, VOut> processorSupplier, String... parentNames) {
        recorder.addProcessor(name, processorSupplier, list("parent names", parentNames));
        return this;
    }

    /**
     * Adds a state store and connects it to processors; connecting may also come later.
     *
     * @param processorNames the processors that may use the store
     */
    public synchronized <S extends StateStore> Topology addStateStore(
            StoreBuilder<S> storeBuilder, String... processorNames) {
        recorder.addStateStore(storeBuilder, processorNames == null ? List.of() : list("", processorNames));
        return this;
    }

    /** See {@link #addReadOnlyStateStore(StoreBuilder, String, TimestampExtractor, Deserializer, Deserializer, String, String, ProcessorSupplier)}. */
    public <K, V, S extends StateStore> Topology addReadOnlyStateStore(
            StoreBuilder<S> storeBuilder,
            String sourceName,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String topic,
            String processorName,
            ProcessorSupplier<K, V, Void, Void> stateUpdateSupplier) {
        return addReadOnlyStateStore(
                storeBuilder,
                sourceName,
                null,
                keyDeserializer,
                valueDeserializer,
                topic,
                processorName,
                stateUpdateSupplier);
    }

    /**
     * Adds a store that is filled from a topic which is also its changelog, so that it needs no topic of its own.
     *
     * @param sourceName the unique name of the source of {@code topic}
     * @param timestampExtractor null for {@code default.timestamp.extractor}
     * @param processorName the unique name of the processor that fills the store
     * @param stateUpdateSupplier makes the processor, which only writes what it reads: on restore it is not asked
     */
    public synchronized <K, V, S extends StateStore> Topology addReadOnlyStateStore(
            StoreBuilder<S> storeBuilder,
            String sourceName,
            TimestampExtractor timestampExtractor,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String topic,
            String processorName,
            ProcessorSupplier<K, V, Void, Void> stateUpdateSupplier) {
        recorder.addReadOnlyStateStore(
                storeBuilder,
                sourceName,
                timestampExtractor,
                keyDeserializer,
                valueDeserializer,
                topic,
                processorName,
                stateUpdateSupplier);
        return this;
    }

    /** See {@link #addGlobalStore(StoreBuilder, String, TimestampExtractor, Deserializer, Deserializer, String, String, ProcessorSupplier)}. */
    public <K, V, S extends StateStore> Topology addGlobalStore(
            StoreBuilder<S> storeBuilder,
            String sourceName,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String topic,
            String processorName,
            ProcessorSupplier<K, V, Void, Void> stateUpdateSupplier) {
        return addGlobalStore(
                storeBuilder,
                sourceName,
                null,
                keyDeserializer,
                valueDeserializer,
                topic,
                processorName,
                stateUpdateSupplier);
    }

    /**
     * Adds a store that every instance fills with all partitions of a topic; processors may read it without being connected.
     *
     * @param sourceName the unique name of the source of {@code topic}
     * @param timestampExtractor null for {@code default.timestamp.extractor}
     * @param processorName the unique name of the processor that fills the store
     * @param stateUpdateSupplier makes the processor, which only writes what it reads: on restore it is not asked
     */
    public synchronized <K, V, S extends StateStore> Topology addGlobalStore(
            StoreBuilder<S> storeBuilder,
            String sourceName,
            TimestampExtractor timestampExtractor,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String topic,
            String processorName,
            ProcessorSupplier<K, V, Void, Void> stateUpdateSupplier) {
        recorder.addGlobalStore(
                storeBuilder,
                sourceName,
                timestampExtractor,
                keyDeserializer,
                valueDeserializer,
                topic,
                processorName,
                stateUpdateSupplier);
        return this;
    }

    /** Lets a processor use stores that were added before. */
    public synchronized Topology connectProcessorAndStateStores(String processorName, String... stateStoreNames) {
        recorder.connectProcessorAndStateStores(processorName, list("state store names", stateStoreNames));
        return this;
    }

    /** Describes the nodes, stores and subtopologies as they are now. */
    public synchronized TopologyDescription describe() {
        return recorder.describe();
    }

    /**
     * Says what each rule of {@code topology.optimization} did with the program that this was built from, place by place, and
     * why; also where it did nothing. Empty if no {@link StreamsBuilder} built this. Kafka Streams has no such method.
     */
    public synchronized List<Explanation> explain() {
        return recorder.explain();
    }

    /** Where to start reading; use {@link dev.millrace.streams.AutoOffsetReset} instead. */
    @Deprecated
    public enum AutoOffsetReset {
        /** At the first record there is. */
        EARLIEST,
        /** At the next record to be written. */
        LATEST;
    }
}
