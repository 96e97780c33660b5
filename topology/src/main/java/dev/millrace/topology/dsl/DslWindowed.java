package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.DslStream.firstOf;
import static dev.millrace.topology.dsl.shorthand.Arguments.some;

import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.EmitStrategy.StrategyType;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Reducer;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.table.TableStore;
import dev.millrace.topology.naming.Prefix;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * A grouped stream of a program, divided into windows of some kind.
 *
 * @param <S> a store for that kind of windows
 */
abstract sealed class DslWindowed<K, V, S extends StateStore> permits DslSessionWindowedStream, DslTimeWindowedStream {
    private final StreamGroup group;
    private final @Nullable Serde<K> keySerde;
    private final @Nullable Serde<V> valueSerde;
    private EmitStrategy emitStrategy = EmitStrategy.onWindowUpdate();

    DslWindowed(StreamGroup group, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        this.group = group;
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
    }

    /** An aggregation in windows. */
    interface Aggregation {

        /**
         * Its operator, at the end of the program.
         *
         * @param onClose whether a result is sent on once, when its window closes
         */
        OperatorDefinition operator(boolean onClose, TableStep step);
    }

    /** Counts the records of a window. */
    abstract Aggregation counting();

    /** Combines the values of a window. */
    abstract Aggregation reducing(Reducer<Object> reducer);

    /** A store for results. */
    abstract TableStore store(
            String name,
            EmitStrategy emitted,
            MaterializedOptions<K, ?, S> options,
            @Nullable Serde<K> keys,
            @Nullable Serde<?> values,
            @Nullable DslStoreSuppliers suppliers);

    /** The keys of results. */
    abstract Serde<Windowed<K>> windowed(@Nullable Serde<K> keys);

    // ---- count ----

    public final KTable<Windowed<K>, Long> count() {
        return counted(null, null);
    }

    public final KTable<Windowed<K>, Long> count(Named named) {
        return counted(some(named, "named"), null);
    }

    public final KTable<Windowed<K>, Long> count(Materialized<K, Long, S> materialized) {
        return counted(null, some(materialized, "materialized"));
    }

    public final KTable<Windowed<K>, Long> count(Named named, Materialized<K, Long, S> materialized) {
        return counted(some(named, "named"), some(materialized, "materialized"));
    }

    private KTable<Windowed<K>, Long> counted(@Nullable Named named, @Nullable Materialized<K, Long, S> materialized) {
        if (materialized != null && MaterializedOptions.of(materialized).name() == null) {
            group.skipStoreName(Prefix.STREAM_AGGREGATE);
        }
        return table(Prefix.STREAM_AGGREGATE, named, materialized, Serdes.Long(), counting());
    }

    // ---- reduce ----

    public final KTable<Windowed<K>, V> reduce(Reducer<V> reducer) {
        return reduced(reducer, null, null);
    }

    public final KTable<Windowed<K>, V> reduce(Reducer<V> reducer, Named named) {
        return reduced(reducer, some(named, "named"), null);
    }

    public final KTable<Windowed<K>, V> reduce(Reducer<V> reducer, Materialized<K, V, S> materialized) {
        return reduced(reducer, null, some(materialized, "materialized"));
    }

    public final KTable<Windowed<K>, V> reduce(Reducer<V> reducer, Named named, Materialized<K, V, S> materialized) {
        return reduced(reducer, some(named, "named"), some(materialized, "materialized"));
    }

    private KTable<Windowed<K>, V> reduced(
            Reducer<V> reducer, @Nullable Named named, @Nullable Materialized<K, V, S> materialized) {
        some(reducer, "reducer");
        return table(Prefix.STREAM_REDUCE, named, materialized, valueSerde, reducing(Untyped.function(reducer)));
    }

    // ---- aggregate ----

    /** The table of an aggregation. */
    final <VR> KTable<Windowed<K>, VR> aggregated(
            @Nullable Named named, @Nullable Materialized<K, VR, S> materialized, Aggregation aggregation) {
        return table(Prefix.STREAM_AGGREGATE, named, materialized, null, aggregation);
    }

    private <VR> KTable<Windowed<K>, VR> table(
            Prefix prefix,
            @Nullable Named named,
            @Nullable Materialized<K, VR, S> materialized,
            @Nullable Serde<VR> inheritedValues,
            Aggregation aggregation) {
        MaterializedOptions<K, VR, S> options = MaterializedOptions.of(materialized);
        Serde<K> keys = firstOf(options.keys(), keySerde);
        Serde<VR> values = firstOf(options.values(), inheritedValues);
        boolean onClose = emitStrategy.type() == StrategyType.ON_WINDOW_CLOSE;
        TableStore store =
                store(group.storeName(prefix, options), emitStrategy, options, keys, values, group.storeSuppliers());
        StreamGroup.Aggregation appended =
                group.aggregate(prefix, named, store, step -> aggregation.operator(onClose, step));
        return new DslTable<>(appended.origin(), appended.state(), windowed(keys), values, options.name());
    }

    // ---- when results are sent on ----

    /** Changes this stream, as the reference does. */
    final void emit(EmitStrategy strategy) {
        emitStrategy = strategy;
    }
}
