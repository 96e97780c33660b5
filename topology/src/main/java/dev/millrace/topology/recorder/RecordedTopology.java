package dev.millrace.topology.recorder;

import static java.util.Objects.requireNonNull;

import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.Explanation;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.TopologyConfig;
import dev.millrace.streams.TopologyDescription;
import dev.millrace.streams.errors.TopologyException;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.streams.processor.TimestampExtractor;
import dev.millrace.streams.processor.TopicNameExtractor;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.spi.TopologyRecorder;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.definition.OperatorDefinition.UserProcessor;
import dev.millrace.topology.definition.ProcessorDefinition;
import dev.millrace.topology.definition.RepartitionTopic;
import dev.millrace.topology.definition.SinkDefinition;
import dev.millrace.topology.definition.SourceDefinition;
import dev.millrace.topology.definition.TopologyDefinition;
import dev.millrace.topology.describe.Description;
import dev.millrace.topology.plan.TopologySettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Topology} was told so far. It refuses at once what could never run, naming the node, so that a mistake is
 * reported at the line that made it.
 *
 * <p>Two callers write here: {@code Topology}, through {@link TopologyRecorder}, and the DSL, which lowers its operators
 * through {@code add}. Both may write to the same topology.
 */
public final class RecordedTopology implements TopologyRecorder {
    private final Map<String, NodeDefinition> nodes = new LinkedHashMap<>();
    private final RecordedStores stores = new RecordedStores();
    private final TopicClaims claims = new TopicClaims();
    private final Map<String, RepartitionTopic> repartitionTopics = new LinkedHashMap<>();
    private final List<Set<String>> copartitionGroups = new ArrayList<>();
    private final List<Explanation> explanations = new ArrayList<>();
    private final ProcessorWrapping wrapper;
    private final @Nullable TopologyConfig config;

    /** Empty, without settings of its own. */
    public RecordedTopology() {
        this(null);
    }

    /** Empty; {@code config} says what sees the user's processors, and which settings the topology has of its own. */
    public RecordedTopology(@Nullable TopologyConfig config) {
        this.wrapper = ProcessorWrapping.of(config);
        this.config = config;
    }

    /** The settings with which {@code application} runs this. */
    public TopologySettings settings(StreamsConfig application) {
        return new TopologySettings(application, config);
    }

    /** What was asked so far. */
    public TopologyDefinition definition() {
        String name = config == null ? null : config.topologyName;
        return new TopologyDefinition(
                name, nodes, stores.local(), stores.global(), repartitionTopics, copartitionGroups);
    }

    /** Takes note of what was done, or not, to optimize the program. */
    public void add(Explanation explanation) {
        explanations.add(explanation);
    }

    @Override
    public List<Explanation> explain() {
        return List.copyOf(explanations);
    }

    @Override
    public TopologyDescription describe() {
        return Description.of(definition());
    }

    // ---- nodes ----

    /** Adds a source. */
    public void add(SourceDefinition source) {
        checkName(source.name());
        if (source.pattern() != null) {
            claims.claim(source.pattern(), source.name());
        }
        source.topics().forEach(topic -> claims.checkFree(topic, source.name()));
        source.topics().forEach(topic -> claims.claim(topic, source.name()));
        nodes.put(source.name(), source);
    }

    /** Adds a processor and connects it to its stores, which must be there. */
    public void add(ProcessorDefinition processor) {
        checkName(processor.name());
        checkParents(processor);
        processor.stores().forEach(stores::checkConnectable);
        nodes.put(processor.name(), processor);
        processor.stores().forEach(store -> stores.connect(store, processor.name()));
    }

    /** Adds a sink. */
    public void add(SinkDefinition sink) {
        checkName(sink.name());
        checkParents(sink);
        nodes.put(sink.name(), sink);
    }

    /** Adds a global store with the source and the processor that fill it. */
    public void add(GlobalStoreDefinition store) {
        SourceDefinition source = store.source();
        ProcessorDefinition processor = store.processor();
        if (source.name().equals(processor.name())) {
            throw new TopologyException("The source and the processor of global store " + store.name()
                    + " must have different names, but both are " + source.name());
        }
        checkName(source.name());
        checkName(processor.name());
        claims.checkFree(store.topic(), source.name());
        stores.add(store);
        claims.claimGlobal(store.topic(), source.name());
        nodes.put(source.name(), source);
        nodes.put(processor.name(), processor);
    }

    /** Adds a topic that the application writes and reads again. */
    public void add(RepartitionTopic topic) {
        repartitionTopics.put(topic.name(), topic);
    }

    /** Demands that the topics of these source nodes have the same number of partitions. */
    public void copartition(Set<String> sources) {
        copartitionGroups.add(Collections.unmodifiableSet(new LinkedHashSet<>(sources)));
    }

    /** Lets the source topic {@code topic} stand in for the changelog of {@code store}. */
    public void replaceChangelog(String store, String topic) {
        stores.replaceChangelog(store, topic);
    }

    private void checkName(String name) {
        requireNonNull(name, "name cannot be null");
        if (nodes.containsKey(name)) {
            throw new TopologyException("Processor " + name + " is already added; node names must be unique");
        }
    }

    private void checkParents(NodeDefinition node) {
        if (node.parents().isEmpty()) {
            throw new TopologyException("Parents of " + node.name() + " cannot be empty; name at least one");
        }
        for (String parent : node.parents()) {
            checkParent(node.name(), parent);
        }
    }

    private void checkParent(String name, String parent) {
        if (parent.equals(name)) {
            throw new TopologyException("Parent node " + parent + " is unknown: a node cannot be its own parent");
        }
        NodeDefinition known = nodes.get(parent);
        if (known == null) {
            throw new TopologyException("Parent node " + parent + " of " + name + " is unknown; add it first");
        }
        if (known instanceof SinkDefinition) {
            throw new TopologyException("Sink " + parent + " cannot be used as a parent of " + name);
        }
        if (isGlobal(parent)) {
            throw new TopologyException("Node " + parent + " fills a global store and cannot be a parent of " + name);
        }
    }

    private boolean isGlobal(String node) {
        return stores.global().values().stream()
                .anyMatch(store -> store.source().name().equals(node)
                        || store.processor().name().equals(node));
    }

    // ---- the calls of Topology ----

    @Override
    public void addSource(
            @Nullable AutoOffsetReset offsetReset,
            String name,
            @Nullable TimestampExtractor timestampExtractor,
            @Nullable Deserializer<?> keyDeserializer,
            @Nullable Deserializer<?> valueDeserializer,
            List<String> topics) {
        requireNonNull(name, "name cannot be null");
        if (topics.isEmpty()) {
            throw new TopologyException("Topics of source " + name + " cannot be empty; name at least one");
        }
        topics.forEach(topic -> requireNonNull(topic, () -> "topic names of source " + name + " cannot be null"));
        if (Set.copyOf(topics).size() < topics.size()) {
            throw new TopologyException("Source " + name + " names a topic twice: " + topics);
        }
        add(new SourceDefinition(
                name, topics, null, keyDeserializer, valueDeserializer, timestampExtractor, offsetReset));
    }

    @Override
    public void addSource(
            @Nullable AutoOffsetReset offsetReset,
            String name,
            @Nullable TimestampExtractor timestampExtractor,
            @Nullable Deserializer<?> keyDeserializer,
            @Nullable Deserializer<?> valueDeserializer,
            Pattern pattern) {
        requireNonNull(name, "name cannot be null");
        requireNonNull(pattern, "topicPattern cannot be null");
        add(new SourceDefinition(
                name, List.of(), pattern, keyDeserializer, valueDeserializer, timestampExtractor, offsetReset));
    }

    @Override
    public void addSink(
            String name,
            String topic,
            @Nullable Serializer<?> keySerializer,
            @Nullable Serializer<?> valueSerializer,
            @Nullable StreamPartitioner<?, ?> partitioner,
            List<String> parents) {
        requireNonNull(name, "name cannot be null");
        requireNonNull(topic, "topic cannot be null");
        checkNoNull(parents);
        add(new SinkDefinition(
                name,
                parents,
                topic,
                null,
                keySerializer,
                valueSerializer,
                partitioner,
                SinkDefinition.Content.RECORDS));
    }

    @Override
    public void addSink(
            String name,
            TopicNameExtractor<?, ?> topicExtractor,
            @Nullable Serializer<?> keySerializer,
            @Nullable Serializer<?> valueSerializer,
            @Nullable StreamPartitioner<?, ?> partitioner,
            List<String> parents) {
        requireNonNull(name, "name cannot be null");
        requireNonNull(topicExtractor, "topicExtractor cannot be null");
        checkNoNull(parents);
        add(new SinkDefinition(
                name,
                parents,
                null,
                topicExtractor,
                keySerializer,
                valueSerializer,
                partitioner,
                SinkDefinition.Content.RECORDS));
    }

    @Override
    public void addProcessor(String name, ProcessorSupplier<?, ?, ?, ?> supplier, List<String> parents) {
        requireNonNull(name, "name cannot be null");
        checkNoNull(parents);
        FreshInstances.check(supplier);
        ProcessorSupplier<?, ?, ?, ?> wrapped = wrapper.wrapped(name, supplier);
        add(new ProcessorDefinition(name, parents, new UserProcessor(wrapped), List.of()));
        Set<StoreBuilder<?>> own = wrapped.stores();
        if (own != null) {
            own.forEach(builder -> addStateStore(builder, List.of(name)));
        }
    }

    private static void checkNoNull(List<String> parents) {
        parents.forEach(parent -> requireNonNull(parent, "parent name cannot be null"));
    }

    // ---- stores ----

    @Override
    public void addStateStore(StoreBuilder<?> builder, List<String> processors) {
        requireNonNull(builder, "storeBuilder cannot be null");
        stores.add(builder);
        for (String processor : processors) {
            connect(requireNonNull(processor, "processor name cannot be null"), builder.name());
        }
    }

    @Override
    public void connectProcessorAndStateStores(String processor, List<String> storeNames) {
        requireNonNull(processor, "processorName cannot be null");
        storeNames.forEach(store -> requireNonNull(store, "state store name cannot be null"));
        if (storeNames.isEmpty()) {
            throw new TopologyException("Store names for processor " + processor + " cannot be empty");
        }
        storeNames.forEach(store -> connect(processor, store));
    }

    private void connect(String processor, String store) {
        stores.checkConnectable(store);
        NodeDefinition node = nodes.get(processor);
        if (node == null) {
            throw new TopologyException(
                    "Processor " + processor + " is not added yet; add it before connecting store " + store);
        }
        if (!(node instanceof ProcessorDefinition known)) {
            throw new TopologyException("Node " + processor + " is a source or a sink, which has no stores: connect "
                    + store + " to a processor");
        }
        stores.connect(store, processor);
        if (!known.stores().contains(store)) {
            List<String> connected = new ArrayList<>(known.stores());
            connected.add(store);
            nodes.put(processor, new ProcessorDefinition(processor, known.parents(), known.operator(), connected));
        }
    }

    @Override
    public void addGlobalStore(
            StoreBuilder<?> builder,
            String sourceName,
            @Nullable TimestampExtractor timestampExtractor,
            @Nullable Deserializer<?> keyDeserializer,
            @Nullable Deserializer<?> valueDeserializer,
            String topic,
            String processorName,
            ProcessorSupplier<?, ?, Void, Void> supplier) {
        checkFilledStore(builder, sourceName, topic, processorName);
        FreshInstances.check(supplier);
        SourceDefinition source = new SourceDefinition(
                sourceName, List.of(topic), null, keyDeserializer, valueDeserializer, timestampExtractor, null);
        ProcessorDefinition processor = new ProcessorDefinition(
                processorName,
                List.of(sourceName),
                new UserProcessor(wrapper.wrapped(processorName, supplier)),
                List.of(builder.name()));
        add(new GlobalStoreDefinition(builder, source, processor));
    }

    @Override
    public void addReadOnlyStateStore(
            StoreBuilder<?> builder,
            String sourceName,
            @Nullable TimestampExtractor timestampExtractor,
            @Nullable Deserializer<?> keyDeserializer,
            @Nullable Deserializer<?> valueDeserializer,
            String topic,
            String processorName,
            ProcessorSupplier<?, ?, Void, Void> supplier) {
        checkFilledStore(builder, sourceName, topic, processorName);
        addSource(null, sourceName, timestampExtractor, keyDeserializer, valueDeserializer, List.of(topic));
        addProcessor(processorName, supplier, List.of(sourceName));
        addStateStore(builder, List.of(processorName));
        replaceChangelog(builder.name(), topic);
    }

    private static void checkFilledStore(
            StoreBuilder<?> builder, String sourceName, String topic, String processorName) {
        requireNonNull(builder, "storeBuilder cannot be null");
        requireNonNull(sourceName, "source name cannot be null");
        requireNonNull(topic, "topic cannot be null");
        requireNonNull(processorName, "processor name cannot be null");
    }
}
