package dev.millrace.streams;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.streams.processor.TimestampExtractor;
import dev.millrace.streams.processor.TopicNameExtractor;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.state.StoreBuilder;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

public class Topology {

    public Topology() {}

    public Topology(TopologyConfig topologyConfigs) {
        throw new UnsupportedOperationException("Topology");
    }

    public Topology addSource(String name, String... topics) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    public Topology addSource(String name, Pattern topicPattern) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    @Deprecated
    public Topology addSource(AutoOffsetReset offsetReset, String name, String... topics) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    public Topology addSource(dev.millrace.streams.AutoOffsetReset offsetReset, String name, String... topics) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    @Deprecated
    public Topology addSource(AutoOffsetReset offsetReset, String name, Pattern topicPattern) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    public Topology addSource(dev.millrace.streams.AutoOffsetReset offsetReset, String name, Pattern topicPattern) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    public Topology addSource(TimestampExtractor timestampExtractor, String name, String... topics) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    public Topology addSource(TimestampExtractor timestampExtractor, String name, Pattern topicPattern) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    @Deprecated
    public Topology addSource(
            AutoOffsetReset offsetReset, TimestampExtractor timestampExtractor, String name, String... topics) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    public Topology addSource(
            dev.millrace.streams.AutoOffsetReset offsetReset,
            TimestampExtractor timestampExtractor,
            String name,
            String... topics) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    @Deprecated
    public Topology addSource(
            AutoOffsetReset offsetReset, TimestampExtractor timestampExtractor, String name, Pattern topicPattern) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    public Topology addSource(
            dev.millrace.streams.AutoOffsetReset offsetReset,
            TimestampExtractor timestampExtractor,
            String name,
            Pattern topicPattern) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    public <K, V> Topology addSource(
            String name, Deserializer<K> keyDeserializer, Deserializer<V> valueDeserializer, String... topics) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    public <K, V> Topology addSource(
            String name, Deserializer<K> keyDeserializer, Deserializer<V> valueDeserializer, Pattern topicPattern) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    @Deprecated
    public <K, V> Topology addSource(
            AutoOffsetReset offsetReset,
            String name,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String... topics) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    public <K, V> Topology addSource(
            dev.millrace.streams.AutoOffsetReset offsetReset,
            String name,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String... topics) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    @Deprecated
    public <K, V> Topology addSource(
            AutoOffsetReset offsetReset,
            String name,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            Pattern topicPattern) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    public <K, V> Topology addSource(
            dev.millrace.streams.AutoOffsetReset offsetReset,
            String name,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            Pattern topicPattern) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    @Deprecated
    public <K, V> Topology addSource(
            AutoOffsetReset offsetReset,
            String name,
            TimestampExtractor timestampExtractor,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String... topics) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    public <K, V> Topology addSource(
            dev.millrace.streams.AutoOffsetReset offsetReset,
            String name,
            TimestampExtractor timestampExtractor,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String... topics) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    @Deprecated
    public <K, V> Topology addSource(
            AutoOffsetReset offsetReset,
            String name,
            TimestampExtractor timestampExtractor,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            Pattern topicPattern) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    public <K, V> Topology addSource(
            dev.millrace.streams.AutoOffsetReset offsetReset,
            String name,
            TimestampExtractor timestampExtractor,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            Pattern topicPattern) {
        throw new UnsupportedOperationException("Topology.addSource");
    }

    public Topology addSink(String name, String topic, String... parentNames) {
        throw new UnsupportedOperationException("Topology.addSink");
    }

    public <K, V> Topology addSink(
            String name, String topic, StreamPartitioner<? super K, ? super V> partitioner, String... parentNames) {
        throw new UnsupportedOperationException("Topology.addSink");
    }

    public <K, V> Topology addSink(
            String name,
            String topic,
            Serializer<K> keySerializer,
            Serializer<V> valueSerializer,
            String... parentNames) {
        throw new UnsupportedOperationException("Topology.addSink");
    }

    public <K, V> Topology addSink(
            String name,
            String topic,
            Serializer<K> keySerializer,
            Serializer<V> valueSerializer,
            StreamPartitioner<? super K, ? super V> partitioner,
            String... parentNames) {
        throw new UnsupportedOperationException("Topology.addSink");
    }

    public <K, V> Topology addSink(
            String name, TopicNameExtractor<? super K, ? super V> topicExtractor, String... parentNames) {
        throw new UnsupportedOperationException("Topology.addSink");
    }

    public <K, V> Topology addSink(
            String name,
            TopicNameExtractor<? super K, ? super V> topicExtractor,
            StreamPartitioner<? super K, ? super V> partitioner,
            String... parentNames) {
        throw new UnsupportedOperationException("Topology.addSink");
    }

    public <K, V> Topology addSink(
            String name,
            TopicNameExtractor<? super K, ? super V> topicExtractor,
            Serializer<K> keySerializer,
            Serializer<V> valueSerializer,
            String... parentNames) {
        throw new UnsupportedOperationException("Topology.addSink");
    }

    public <K, V> Topology addSink(
            String name,
            TopicNameExtractor<? super K, ? super V> topicExtractor,
            Serializer<K> keySerializer,
            Serializer<V> valueSerializer,
            StreamPartitioner<? super K, ? super V> partitioner,
            String... parentNames) {
        throw new UnsupportedOperationException("Topology.addSink");
    }

    public <KIn, VIn, KOut, VOut> Topology addProcessor(
            String name, ProcessorSupplier<KIn, VIn, KOut, VOut> processorSupplier, String... parentNames) {
        throw new UnsupportedOperationException("Topology.addProcessor");
    }

    public <S extends StateStore> Topology addStateStore(StoreBuilder<S> storeBuilder, String... processorNames) {
        throw new UnsupportedOperationException("Topology.addStateStore");
    }

    public <K, V, S extends StateStore> Topology addReadOnlyStateStore(
            StoreBuilder<S> storeBuilder,
            String sourceName,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String topic,
            String processorName,
            ProcessorSupplier<K, V, Void, Void> stateUpdateSupplier) {
        throw new UnsupportedOperationException("Topology.addReadOnlyStateStore");
    }

    public <K, V, S extends StateStore> Topology addReadOnlyStateStore(
            StoreBuilder<S> storeBuilder,
            String sourceName,
            TimestampExtractor timestampExtractor,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String topic,
            String processorName,
            ProcessorSupplier<K, V, Void, Void> stateUpdateSupplier) {
        throw new UnsupportedOperationException("Topology.addReadOnlyStateStore");
    }

    public <K, V, S extends StateStore> Topology addGlobalStore(
            StoreBuilder<S> storeBuilder,
            String sourceName,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String topic,
            String processorName,
            ProcessorSupplier<K, V, Void, Void> stateUpdateSupplier) {
        throw new UnsupportedOperationException("Topology.addGlobalStore");
    }

    public <K, V, S extends StateStore> Topology addGlobalStore(
            StoreBuilder<S> storeBuilder,
            String sourceName,
            TimestampExtractor timestampExtractor,
            Deserializer<K> keyDeserializer,
            Deserializer<V> valueDeserializer,
            String topic,
            String processorName,
            ProcessorSupplier<K, V, Void, Void> stateUpdateSupplier) {
        throw new UnsupportedOperationException("Topology.addGlobalStore");
    }

    public Topology connectProcessorAndStateStores(String processorName, String... stateStoreNames) {
        throw new UnsupportedOperationException("Topology.connectProcessorAndStateStores");
    }

    public TopologyDescription describe() {
        throw new UnsupportedOperationException("Topology.describe");
    }

    @Deprecated
    public enum AutoOffsetReset {
        EARLIEST,
        LATEST;
    }
}
