package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.DslStream.firstOf;

import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import dev.millrace.streams.TopologyConfig;
import dev.millrace.streams.errors.TopologyException;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.GlobalKTable;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.spi.DslRecorder;
import dev.millrace.streams.spi.TopologyRecorder;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.OperatorDefinition.GlobalTableSource;
import dev.millrace.topology.definition.OperatorDefinition.TableSource;
import dev.millrace.topology.definition.OperatorDefinition.UserProcessor;
import dev.millrace.topology.dsl.option.ConsumedOptions;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.step.GlobalStoreStep;
import dev.millrace.topology.dsl.step.OperatorStep;
import dev.millrace.topology.dsl.step.Program;
import dev.millrace.topology.dsl.step.SourceStep;
import dev.millrace.topology.dsl.step.SourceTopicStep;
import dev.millrace.topology.dsl.step.StoreStep;
import dev.millrace.topology.dsl.table.TableState;
import dev.millrace.topology.dsl.table.TableStore;
import dev.millrace.topology.naming.Prefix;
import dev.millrace.topology.recorder.FreshInstances;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A program in the DSL: where its streams and tables begin, and where it becomes a topology. */
public final class DslProgram implements DslRecorder {
    private final Program program;

    /** An empty program; {@code config} says what is special about it. */
    public DslProgram(@Nullable TopologyConfig config) {
        this.program = new Program(config);
    }

    // ---- streams ----

    @Override
    public <K, V> KStream<K, V> stream(Collection<String> topics, Consumed<K, V> consumed) {
        topics.forEach(topic -> Objects.requireNonNull(topic, "topic names cannot be null"));
        ConsumedOptions<K, V> options = new ConsumedOptions<>(consumed);
        return stream(SourceStep.of(sourceName(options), topics, options), options);
    }

    @Override
    public <K, V> KStream<K, V> stream(Pattern topicPattern, Consumed<K, V> consumed) {
        ConsumedOptions<K, V> options = new ConsumedOptions<>(consumed);
        return stream(SourceStep.of(sourceName(options), topicPattern, options), options);
    }

    private String sourceName(ConsumedOptions<?, ?> options) {
        return program.names().next(Prefix.STREAM_SOURCE, options.name());
    }

    private <K, V> KStream<K, V> stream(SourceStep source, ConsumedOptions<K, V> options) {
        StreamOrigin origin = StreamOrigin.source(program, program.addStreamSource(source));
        return new DslStream<>(origin, options.keys(), options.values());
    }

    // ---- tables ----

    @Override
    public <K, V> KTable<K, V> table(
            String topic,
            Consumed<K, V> consumed,
            @Nullable Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        ConsumedOptions<K, V> read = new ConsumedOptions<>(consumed);
        MaterializedOptions<K, V, KeyValueStore<Bytes, byte[]>> options = MaterializedOptions.of(materialized);
        Serde<K> keys = firstOf(options.keys(), read.keys());
        Serde<V> values = firstOf(options.values(), read.values());
        TableStore store = store(topic, options, keys, values);
        if (options.name() == null) {
            program.addUnnamed(store.builder());
        }
        TableState state = options.name() == null ? TableState.storedOnDemand(store) : TableState.stored(store);
        TableNames names = TableNames.next(program, read.name());
        SourceStep source =
                program.add(SourceStep.of(names.source(), List.of(topic), withSerdes(consumed, keys, values)));
        OperatorStep step = new OperatorStep(names.processor(), List.of(source), () -> new TableSource(state.step()));
        program.add(step.withStores(state::stores));
        program.add(new SourceTopicStep(program, store.name(), topic));
        StreamOrigin origin = StreamOrigin.source(program, source).then(step);
        return new DslTable<>(origin, state, keys, values, options.name());
    }

    @Override
    public <K, V> GlobalKTable<K, V> globalTable(
            String topic,
            Consumed<K, V> consumed,
            @Nullable Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        ConsumedOptions<K, V> read = new ConsumedOptions<>(consumed);
        MaterializedOptions<K, V, KeyValueStore<Bytes, byte[]>> options = MaterializedOptions.of(materialized);
        Serde<K> keys = firstOf(options.keys(), read.keys());
        Serde<V> values = firstOf(options.values(), read.values());
        TableStore store = store(topic, options, keys, values);
        if (TableState.stored(store).versioned()) {
            throw new TopologyException("A global table has no versions: materialize " + topic + " in another store");
        }
        addGlobalStore(
                store.builder(),
                topic,
                withSerdes(consumed, keys, values),
                name -> new GlobalTableSource(store.name()));
        return new DslGlobalTable<>(store.name());
    }

    private <K, V> TableStore store(
            String topic, MaterializedOptions<K, V, ?> options, @Nullable Serde<K> keys, @Nullable Serde<V> values) {
        String name = options.name() == null ? program.names().nextStore(topic) : options.name();
        return TableStore.ofRows(name, options, keys, values, program.storeSuppliers());
    }

    private static <K, V> ConsumedOptions<K, V> withSerdes(
            Consumed<K, V> consumed, @Nullable Serde<K> keys, @Nullable Serde<V> values) {
        return new ConsumedOptions<>(
                new ConsumedOptions<>(consumed).withKeySerde(keys).withValueSerde(values));
    }

    // ---- stores ----

    @Override
    public void addStateStore(StoreBuilder<?> builder) {
        program.add(new StoreStep(builder));
    }

    @Override
    public <K, V> void addGlobalStore(
            StoreBuilder<?> builder,
            String topic,
            Consumed<K, V> consumed,
            ProcessorSupplier<K, V, Void, Void> supplier) {
        FreshInstances.check(supplier);
        addGlobalStore(
                builder,
                topic,
                new ConsumedOptions<>(consumed),
                name -> new UserProcessor(program.wrapper().wrapped(name, supplier)));
    }

    private void addGlobalStore(
            StoreBuilder<?> store,
            String topic,
            ConsumedOptions<?, ?> consumed,
            Function<String, OperatorDefinition> operator) {
        TableNames names = TableNames.next(program, consumed.name());
        program.add(new GlobalStoreStep(
                store, topic, consumed, names.source(), names.processor(), operator.apply(names.processor())));
    }

    /** The names of the two nodes of a table that is read from a topic. */
    private record TableNames(String source, String processor) {

        static TableNames next(Program program, @Nullable String given) {
            return new TableNames(
                    program.names().next(Prefix.STREAM_SOURCE, given == null ? null : given + "-source"),
                    program.names().next(Prefix.TABLE_SOURCE, given));
        }
    }

    // ---- the end ----

    @Override
    public void build(Topology target, TopologyRecorder recorder, @Nullable Properties properties) {
        Object optimizations = properties == null ? null : properties.get(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG);
        if (optimizations != null) {
            program.optimize(StreamsConfig.verifyTopologyOptimizationConfigs(optimizations.toString()));
        }
        program.lower((RecordedTopology) recorder);
    }
}
