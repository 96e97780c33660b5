package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.DslStream.firstOf;
import static dev.millrace.topology.dsl.shorthand.Arguments.some;

import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.EmitStrategy.StrategyType;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Reducer;
import dev.millrace.streams.kstream.TimeWindowedKStream;
import dev.millrace.streams.kstream.UnlimitedWindows;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.WindowStore;
import dev.millrace.topology.definition.OpenWindowedSerde;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.table.TableStore;
import dev.millrace.topology.dsl.table.WindowShape;
import dev.millrace.topology.naming.Prefix;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A grouped stream of a program, divided into time windows. */
final class DslTimeWindowedStream<K, V> implements TimeWindowedKStream<K, V> {
    private final StreamGroup group;
    private final WindowShape windows;
    private final @Nullable Serde<K> keySerde;
    private final @Nullable Serde<V> valueSerde;
    private EmitStrategy emitStrategy = EmitStrategy.onWindowUpdate();

    DslTimeWindowedStream(
            StreamGroup group, WindowShape windows, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        this.group = group;
        this.windows = windows;
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
    }

    // ---- count ----

    @Override
    public KTable<Windowed<K>, Long> count() {
        return counted(null, null);
    }

    @Override
    public KTable<Windowed<K>, Long> count(Named named) {
        return counted(some(named, "named"), null);
    }

    @Override
    public KTable<Windowed<K>, Long> count(Materialized<K, Long, WindowStore<Bytes, byte[]>> materialized) {
        return counted(null, some(materialized, "materialized"));
    }

    @Override
    public KTable<Windowed<K>, Long> count(
            Named named, Materialized<K, Long, WindowStore<Bytes, byte[]>> materialized) {
        return counted(some(named, "named"), some(materialized, "materialized"));
    }

    private KTable<Windowed<K>, Long> counted(
            @Nullable Named named, @Nullable Materialized<K, Long, WindowStore<Bytes, byte[]>> materialized) {
        if (materialized != null && MaterializedOptions.of(materialized).name() == null) {
            group.skipStoreName(Prefix.STREAM_AGGREGATE);
        }
        boolean onClose = emitsOnClose();
        return aggregated(
                Prefix.STREAM_AGGREGATE,
                named,
                materialized,
                Serdes.Long(),
                step -> windows.aggregate(Counting.ZERO, Counting.INCREMENT, onClose, step));
    }

    // ---- reduce ----

    @Override
    public KTable<Windowed<K>, V> reduce(Reducer<V> reducer) {
        return reduced(reducer, null, null);
    }

    @Override
    public KTable<Windowed<K>, V> reduce(Reducer<V> reducer, Named named) {
        return reduced(reducer, some(named, "named"), null);
    }

    @Override
    public KTable<Windowed<K>, V> reduce(
            Reducer<V> reducer, Materialized<K, V, WindowStore<Bytes, byte[]>> materialized) {
        return reduced(reducer, null, some(materialized, "materialized"));
    }

    @Override
    public KTable<Windowed<K>, V> reduce(
            Reducer<V> reducer, Named named, Materialized<K, V, WindowStore<Bytes, byte[]>> materialized) {
        return reduced(reducer, some(named, "named"), some(materialized, "materialized"));
    }

    private KTable<Windowed<K>, V> reduced(
            Reducer<V> reducer,
            @Nullable Named named,
            @Nullable Materialized<K, V, WindowStore<Bytes, byte[]>> materialized) {
        some(reducer, "reducer");
        boolean onClose = emitsOnClose();
        return aggregated(
                Prefix.STREAM_REDUCE,
                named,
                materialized,
                valueSerde,
                step -> windows.reduce(Untyped.function(reducer), onClose, step));
    }

    // ---- aggregate ----

    @Override
    public <VR> KTable<Windowed<K>, VR> aggregate(
            Initializer<VR> initializer, Aggregator<? super K, ? super V, VR> aggregator) {
        return aggregated(initializer, aggregator, null, null);
    }

    @Override
    public <VR> KTable<Windowed<K>, VR> aggregate(
            Initializer<VR> initializer, Aggregator<? super K, ? super V, VR> aggregator, Named named) {
        return aggregated(initializer, aggregator, some(named, "named"), null);
    }

    @Override
    public <VR> KTable<Windowed<K>, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> aggregator,
            Materialized<K, VR, WindowStore<Bytes, byte[]>> materialized) {
        return aggregated(initializer, aggregator, null, some(materialized, "materialized"));
    }

    @Override
    public <VR> KTable<Windowed<K>, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> aggregator,
            Named named,
            Materialized<K, VR, WindowStore<Bytes, byte[]>> materialized) {
        return aggregated(initializer, aggregator, some(named, "named"), some(materialized, "materialized"));
    }

    private <VR> KTable<Windowed<K>, VR> aggregated(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> aggregator,
            @Nullable Named named,
            @Nullable Materialized<K, VR, WindowStore<Bytes, byte[]>> materialized) {
        some(initializer, "initializer");
        some(aggregator, "aggregator");
        boolean onClose = emitsOnClose();
        return aggregated(
                Prefix.STREAM_AGGREGATE,
                named,
                materialized,
                null,
                step -> windows.aggregate(Untyped.function(initializer), Untyped.function(aggregator), onClose, step));
    }

    private <VR> DslTable<Windowed<K>, VR> aggregated(
            Prefix prefix,
            @Nullable Named named,
            @Nullable Materialized<K, VR, WindowStore<Bytes, byte[]>> materialized,
            @Nullable Serde<VR> inheritedValues,
            Function<TableStep, OperatorDefinition> operator) {
        MaterializedOptions<K, VR, WindowStore<Bytes, byte[]>> options = MaterializedOptions.of(materialized);
        Serde<K> keys = firstOf(options.keys(), keySerde);
        Serde<VR> values = firstOf(options.values(), inheritedValues);
        String storeName = group.storeName(prefix, options);
        TableStore store =
                TableStore.ofWindows(storeName, windows, emitStrategy, options, keys, values, group.storeSuppliers());
        StreamGroup.Aggregation aggregation = group.aggregate(prefix, named, store, operator);
        Serde<Windowed<K>> windowedKeys = OpenWindowedSerde.ofKeys(keys, windows.sizeMs());
        return new DslTable<>(aggregation.origin(), aggregation.state(), windowedKeys, values, options.name());
    }

    // ---- when results are sent on ----

    /** Changes this stream, as the reference does. */
    @Override
    public TimeWindowedKStream<K, V> emitStrategy(EmitStrategy strategy) {
        boolean onClose = strategy.type() == StrategyType.ON_WINDOW_CLOSE;
        if (onClose && windows instanceof WindowShape.Fixed fixed && fixed.windows() instanceof UnlimitedWindows) {
            throw new IllegalArgumentException(
                    "emitStrategy " + strategy.type() + " cannot be used for UnlimitedWindows, which never close");
        }
        emitStrategy = strategy;
        return this;
    }

    private boolean emitsOnClose() {
        return emitStrategy.type() == StrategyType.ON_WINDOW_CLOSE;
    }
}
