package dev.millrace.streams;

import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.GlobalKTable;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import java.util.Collection;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Bytes;

public class StreamsBuilder {
    protected final Topology topology;

    public StreamsBuilder() {
        throw new UnsupportedOperationException("StreamsBuilder");
    }

    public StreamsBuilder(TopologyConfig topologyConfigs) {
        throw new UnsupportedOperationException("StreamsBuilder");
    }

    public <K, V> KStream<K, V> stream(String topic) {
        throw new UnsupportedOperationException("StreamsBuilder.stream");
    }

    public <K, V> KStream<K, V> stream(String topic, Consumed<K, V> consumed) {
        throw new UnsupportedOperationException("StreamsBuilder.stream");
    }

    public <K, V> KStream<K, V> stream(Collection<String> topics) {
        throw new UnsupportedOperationException("StreamsBuilder.stream");
    }

    public <K, V> KStream<K, V> stream(Collection<String> topics, Consumed<K, V> consumed) {
        throw new UnsupportedOperationException("StreamsBuilder.stream");
    }

    public <K, V> KStream<K, V> stream(Pattern topicPattern) {
        throw new UnsupportedOperationException("StreamsBuilder.stream");
    }

    public <K, V> KStream<K, V> stream(Pattern topicPattern, Consumed<K, V> consumed) {
        throw new UnsupportedOperationException("StreamsBuilder.stream");
    }

    public <K, V> KTable<K, V> table(
            String topic, Consumed<K, V> consumed, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        throw new UnsupportedOperationException("StreamsBuilder.table");
    }

    public <K, V> KTable<K, V> table(String topic) {
        throw new UnsupportedOperationException("StreamsBuilder.table");
    }

    public <K, V> KTable<K, V> table(String topic, Consumed<K, V> consumed) {
        throw new UnsupportedOperationException("StreamsBuilder.table");
    }

    public <K, V> KTable<K, V> table(String topic, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        throw new UnsupportedOperationException("StreamsBuilder.table");
    }

    public <K, V> GlobalKTable<K, V> globalTable(String topic, Consumed<K, V> consumed) {
        throw new UnsupportedOperationException("StreamsBuilder.globalTable");
    }

    public <K, V> GlobalKTable<K, V> globalTable(String topic) {
        throw new UnsupportedOperationException("StreamsBuilder.globalTable");
    }

    public <K, V> GlobalKTable<K, V> globalTable(
            String topic, Consumed<K, V> consumed, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        throw new UnsupportedOperationException("StreamsBuilder.globalTable");
    }

    public <K, V> GlobalKTable<K, V> globalTable(
            String topic, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        throw new UnsupportedOperationException("StreamsBuilder.globalTable");
    }

    public StreamsBuilder addStateStore(StoreBuilder<?> builder) {
        throw new UnsupportedOperationException("StreamsBuilder.addStateStore");
    }

    public <KIn, VIn> StreamsBuilder addGlobalStore(
            StoreBuilder<?> storeBuilder,
            String topic,
            Consumed<KIn, VIn> consumed,
            ProcessorSupplier<KIn, VIn, Void, Void> stateUpdateSupplier) {
        throw new UnsupportedOperationException("StreamsBuilder.addGlobalStore");
    }

    public Topology build() {
        throw new UnsupportedOperationException("StreamsBuilder.build");
    }

    public Topology build(Properties props) {
        throw new UnsupportedOperationException("StreamsBuilder.build");
    }

    protected Topology newTopology(TopologyConfig topologyConfig) {
        throw new UnsupportedOperationException("StreamsBuilder.newTopology");
    }
}
