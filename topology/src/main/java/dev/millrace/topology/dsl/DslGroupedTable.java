package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.DslStream.firstOf;
import static dev.millrace.topology.dsl.option.NamedOptions.nameOf;
import static dev.millrace.topology.dsl.shorthand.Arguments.some;

import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.streams.kstream.KGroupedTable;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Reducer;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.OperatorDefinition.TableAggregate;
import dev.millrace.topology.definition.OperatorDefinition.TableReduce;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.dsl.option.GroupedOptions;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.step.OperatorStep;
import dev.millrace.topology.dsl.step.RepartitionNames;
import dev.millrace.topology.dsl.step.RepartitionStep;
import dev.millrace.topology.dsl.step.RepartitionStep.Sent;
import dev.millrace.topology.dsl.table.TableState;
import dev.millrace.topology.dsl.table.TableStore;
import dev.millrace.topology.naming.NameSequence;
import dev.millrace.topology.naming.Prefix;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A grouped table of a program. Its updates always go through a topic, as (new, old) pairs. */
final class DslGroupedTable<K, V> implements KGroupedTable<K, V> {
    private final StreamOrigin origin;
    private final GroupedOptions<K, V> grouped;
    /** The topic that all aggregations of a named group share, once one has needed it. */
    private @Nullable RepartitionStep shared;

    DslGroupedTable(StreamOrigin origin, GroupedOptions<K, V> grouped) {
        this.origin = origin;
        this.grouped = grouped;
    }

    // ---- count ----

    @Override
    public KTable<K, Long> count() {
        return counted(null, null);
    }

    @Override
    public KTable<K, Long> count(Named named) {
        return counted(some(named, "named"), null);
    }

    @Override
    public KTable<K, Long> count(Materialized<K, Long, KeyValueStore<Bytes, byte[]>> materialized) {
        return counted(null, some(materialized, "materialized"));
    }

    @Override
    public KTable<K, Long> count(Named named, Materialized<K, Long, KeyValueStore<Bytes, byte[]>> materialized) {
        return counted(some(named, "named"), some(materialized, "materialized"));
    }

    private KTable<K, Long> counted(
            @Nullable Named named, @Nullable Materialized<K, Long, KeyValueStore<Bytes, byte[]>> materialized) {
        return aggregated(
                Prefix.TABLE_AGGREGATE,
                named,
                materialized,
                Serdes.Long(),
                step -> new TableAggregate(Counting.ZERO, Counting.INCREMENT, Counting.DECREMENT, step));
    }

    // ---- reduce ----

    @Override
    public KTable<K, V> reduce(Reducer<V> adder, Reducer<V> subtractor) {
        return reduced(adder, subtractor, null, null);
    }

    @Override
    public KTable<K, V> reduce(
            Reducer<V> adder, Reducer<V> subtractor, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        return reduced(adder, subtractor, null, some(materialized, "materialized"));
    }

    @Override
    public KTable<K, V> reduce(
            Reducer<V> adder,
            Reducer<V> subtractor,
            Named named,
            Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        return reduced(adder, subtractor, some(named, "named"), some(materialized, "materialized"));
    }

    private KTable<K, V> reduced(
            Reducer<V> adder,
            Reducer<V> subtractor,
            @Nullable Named named,
            @Nullable Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        some(adder, "adder");
        some(subtractor, "subtractor");
        return aggregated(
                Prefix.TABLE_REDUCE,
                named,
                materialized,
                grouped.values(),
                step -> new TableReduce(Untyped.function(adder), Untyped.function(subtractor), step));
    }

    // ---- aggregate ----

    @Override
    public <VR> KTable<K, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> adder,
            Aggregator<? super K, ? super V, VR> subtractor) {
        return aggregated(initializer, adder, subtractor, null, null);
    }

    @Override
    public <VR> KTable<K, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> adder,
            Aggregator<? super K, ? super V, VR> subtractor,
            Named named) {
        return aggregated(initializer, adder, subtractor, some(named, "named"), null);
    }

    @Override
    public <VR> KTable<K, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> adder,
            Aggregator<? super K, ? super V, VR> subtractor,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return aggregated(initializer, adder, subtractor, null, some(materialized, "materialized"));
    }

    @Override
    public <VR> KTable<K, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> adder,
            Aggregator<? super K, ? super V, VR> subtractor,
            Named named,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return aggregated(initializer, adder, subtractor, some(named, "named"), some(materialized, "materialized"));
    }

    private <VR> KTable<K, VR> aggregated(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> adder,
            Aggregator<? super K, ? super V, VR> subtractor,
            @Nullable Named named,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        some(initializer, "initializer");
        some(adder, "adder");
        some(subtractor, "subtractor");
        return aggregated(
                Prefix.TABLE_AGGREGATE,
                named,
                materialized,
                null,
                step -> new TableAggregate(
                        Untyped.function(initializer), Untyped.function(adder), Untyped.function(subtractor), step));
    }

    private <VR> DslTable<K, VR> aggregated(
            Prefix prefix,
            @Nullable Named named,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            @Nullable Serde<VR> inheritedValues,
            Function<TableStep, OperatorDefinition> operator) {
        MaterializedOptions<K, VR, KeyValueStore<Bytes, byte[]>> options = MaterializedOptions.of(materialized);
        Serde<K> keys = firstOf(options.keys(), grouped.keys());
        Serde<VR> values = firstOf(options.values(), inheritedValues);
        // Whatever the aggregation, its store is named like that of "aggregate".
        String storeName = options.name() == null ? names().nextStore(Prefix.TABLE_AGGREGATE) : options.name();
        TableState state = TableState.stored(TableStore.ofRows(
                storeName, options, keys, values, origin.program().storeSuppliers()));
        StreamOrigin input = throughTopic(storeName, nameOf(named));
        OperatorStep step = new OperatorStep(
                names().next(prefix, nameOf(named)), List.of(input.step()), () -> operator.apply(state.step()));
        origin.program().add(step.withStores(state::stores));
        return new DslTable<>(input.then(step), state, keys, values, options.name());
    }

    private StreamOrigin throughTopic(String storeName, @Nullable String stepName) {
        String base = grouped.name() == null ? storeName : grouped.name();
        RepartitionNames names = RepartitionNames.forTable(names(), base, stepName);
        RepartitionStep step = shared;
        if (step == null) {
            step = origin.program()
                    .add(new RepartitionStep(
                            origin.step(), names, null, grouped.keys(), grouped.values(), null, Sent.TABLE_UPDATES));
            shared = grouped.name() == null ? null : step;
        }
        return StreamOrigin.source(origin.program(), step);
    }

    private NameSequence names() {
        return origin.program().names();
    }
}
