package dev.millrace.streams.spi;

import dev.millrace.streams.Topology;
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
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a {@code StreamsBuilder}: every call appends to a program, which {@link #build} lowers to a topology.
 * Not safe for concurrent use; {@code StreamsBuilder} locks.
 */
public interface DslRecorder {

    <K, V> KStream<K, V> stream(Collection<String> topics, Consumed<K, V> consumed);

    <K, V> KStream<K, V> stream(Pattern topicPattern, Consumed<K, V> consumed);

    /**
     * A table read from a topic.
     *
     * @param materialized null if the caller did not ask for any materialization
     */
    <K, V> KTable<K, V> table(
            String topic,
            Consumed<K, V> consumed,
            @Nullable Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * A table that every instance holds whole.
     *
     * @param materialized null if the caller did not ask for any particular one
     */
    <K, V> GlobalKTable<K, V> globalTable(
            String topic,
            Consumed<K, V> consumed,
            @Nullable Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized);

    void addStateStore(StoreBuilder<?> builder);

    <K, V> void addGlobalStore(
            StoreBuilder<?> builder,
            String topic,
            Consumed<K, V> consumed,
            ProcessorSupplier<K, V, Void, Void> supplier);

    /**
     * Lowers the program into {@code target}, which is empty and was made by {@code StreamsBuilder.newTopology}.
     *
     * @param properties null for none; only what concerns the shape of the topology is read ({@code topology.optimization})
     */
    void build(Topology target, TopologyRecorder recorder, @Nullable Properties properties);
}
