package dev.millrace.streams;

import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.GlobalKTable;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.spi.DslRecorder;
import dev.millrace.streams.spi.Providers;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Bytes;

/**
 * Where a program in the DSL begins: streams and tables of topics, whose operators append to the program, and
 * {@link #build()}, which makes the {@link Topology} to run. Safe for use by several threads.
 *
 * <p>Source: the section "Streams DSL" of the Kafka documentation.
 */
public class StreamsBuilder {
    /** The topology that {@link #build()} fills and returns. */
    protected final Topology topology;

    private final DslRecorder recorder;

    /** An empty program. */
    public StreamsBuilder() {
        topology = new Topology();
        recorder = Providers.topologies().newProgram(null);
    }

    /** An empty program with settings of its own. */
    @SuppressWarnings("this-escape")
    public StreamsBuilder(TopologyConfig topologyConfigs) {
        topology = newTopology(topologyConfigs);
        recorder = Providers.topologies().newProgram(topologyConfigs);
    }

    /** See {@link #stream(Collection, Consumed)}. */
    public <K, V> KStream<K, V> stream(String topic) {
        return stream(List.of(topic));
    }

    /** See {@link #stream(Collection, Consumed)}. */
    public <K, V> KStream<K, V> stream(String topic, Consumed<K, V> consumed) {
        return stream(List.of(topic), consumed);
    }

    /** See {@link #stream(Collection, Consumed)}. */
    public <K, V> KStream<K, V> stream(Collection<String> topics) {
        return stream(topics, Consumed.with(null, null));
    }

    /** A stream of the records of topics, with serdes and more as {@code consumed} says. */
    public synchronized <K, V> KStream<K, V> stream(Collection<String> topics, Consumed<K, V> consumed) {
        Objects.requireNonNull(topics, "topics can't be null");
        Objects.requireNonNull(consumed, "consumed can't be null");
        return recorder.stream(topics, consumed);
    }

    /** See {@link #stream(Pattern, Consumed)}. */
    public <K, V> KStream<K, V> stream(Pattern topicPattern) {
        return stream(topicPattern, Consumed.with(null, null));
    }

    /** A stream of the records of all topics that match, also those created later. */
    public synchronized <K, V> KStream<K, V> stream(Pattern topicPattern, Consumed<K, V> consumed) {
        Objects.requireNonNull(topicPattern, "topicPattern can't be null");
        Objects.requireNonNull(consumed, "consumed can't be null");
        return recorder.stream(topicPattern, consumed);
    }

    /** A table of the last value per key of a topic, kept in a store as {@code materialized} says. */
    public <K, V> KTable<K, V> table(
            String topic, Consumed<K, V> consumed, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        Objects.requireNonNull(materialized, "materialized can't be null");
        return recordTable(topic, consumed, materialized);
    }

    /** See {@link #table(String, Consumed, Materialized)}; stored only if the program needs it. */
    public <K, V> KTable<K, V> table(String topic) {
        return table(topic, Consumed.with(null, null));
    }

    /** See {@link #table(String, Consumed, Materialized)}; stored only if the program needs it. */
    public <K, V> KTable<K, V> table(String topic, Consumed<K, V> consumed) {
        return recordTable(topic, consumed, null);
    }

    /** See {@link #table(String, Consumed, Materialized)}; with the serdes of {@code materialized}. */
    public <K, V> KTable<K, V> table(String topic, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        return table(topic, Consumed.with(null, null), materialized);
    }

    private synchronized <K, V> KTable<K, V> recordTable(
            String topic, Consumed<K, V> consumed, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        Objects.requireNonNull(topic, "topic can't be null");
        Objects.requireNonNull(consumed, "consumed can't be null");
        return recorder.table(topic, consumed, materialized);
    }

    /** See {@link #globalTable(String, Consumed, Materialized)}. */
    public <K, V> GlobalKTable<K, V> globalTable(String topic, Consumed<K, V> consumed) {
        return recordGlobalTable(topic, consumed, null);
    }

    /** See {@link #globalTable(String, Consumed, Materialized)}. */
    public <K, V> GlobalKTable<K, V> globalTable(String topic) {
        return globalTable(topic, Consumed.with(null, null));
    }

    /** A table of all partitions of a topic, held whole by every instance. */
    public <K, V> GlobalKTable<K, V> globalTable(
            String topic, Consumed<K, V> consumed, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        Objects.requireNonNull(materialized, "materialized can't be null");
        return recordGlobalTable(topic, consumed, materialized);
    }

    /** See {@link #globalTable(String, Consumed, Materialized)}; with the serdes of {@code materialized}. */
    public <K, V> GlobalKTable<K, V> globalTable(
            String topic, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        return globalTable(topic, Consumed.with(null, null), materialized);
    }

    private synchronized <K, V> GlobalKTable<K, V> recordGlobalTable(
            String topic, Consumed<K, V> consumed, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        Objects.requireNonNull(topic, "topic can't be null");
        Objects.requireNonNull(consumed, "consumed can't be null");
        return recorder.globalTable(topic, consumed, materialized);
    }

    /** Adds a store that processors can be connected to by its name. */
    public synchronized StreamsBuilder addStateStore(StoreBuilder<?> builder) {
        Objects.requireNonNull(builder, "builder can't be null");
        recorder.addStateStore(builder);
        return this;
    }

    /** Adds a store that every instance fills with all partitions of a topic; see {@link Topology#addGlobalStore}. */
    public synchronized <KIn, VIn> StreamsBuilder addGlobalStore(
            StoreBuilder<?> storeBuilder,
            String topic,
            Consumed<KIn, VIn> consumed,
            ProcessorSupplier<KIn, VIn, Void, Void> stateUpdateSupplier) {
        Objects.requireNonNull(storeBuilder, "storeBuilder can't be null");
        Objects.requireNonNull(topic, "topic can't be null");
        Objects.requireNonNull(consumed, "consumed can't be null");
        recorder.addGlobalStore(storeBuilder, topic, consumed, stateUpdateSupplier);
        return this;
    }

    /** See {@link #build(Properties)}. */
    public Topology build() {
        return build(null);
    }

    /**
     * Makes the topology of the program written so far.
     *
     * @param props {@code topology.optimization} is read from here; may be null
     */
    public synchronized Topology build(Properties props) {
        recorder.build(topology, topology.recorder, props);
        return topology;
    }

    /** Makes the topology that {@link #build()} fills; for subclasses that bring their own. */
    protected Topology newTopology(TopologyConfig topologyConfig) {
        return new Topology(topologyConfig);
    }
}
