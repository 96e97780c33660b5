package dev.millrace.topology.dsl;

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
import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.streams.state.WindowStore;
import dev.millrace.topology.definition.OpenWindowedSerde;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.table.TableStore;
import dev.millrace.topology.dsl.table.WindowShape;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A grouped stream of a program, divided into time windows. */
final class DslTimeWindowedStream<K, V> extends DslWindowed<K, V, WindowStore<Bytes, byte[]>>
        implements TimeWindowedKStream<K, V> {
    private final WindowShape windows;

    DslTimeWindowedStream(
            StreamGroup group, WindowShape windows, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        super(group, keySerde, valueSerde);
        this.windows = windows;
    }

    @Override
    Aggregation counting() {
        return (onClose, step) -> windows.aggregate(Counting.ZERO, Counting.INCREMENT, onClose, step);
    }

    @Override
    Aggregation reducing(Reducer<Object> reducer) {
        return (onClose, step) -> windows.reduce(reducer, onClose, step);
    }

    @Override
    TableStore store(
            String name,
            EmitStrategy emitted,
            MaterializedOptions<K, ?, WindowStore<Bytes, byte[]>> options,
            @Nullable Serde<K> keys,
            @Nullable Serde<?> values,
            @Nullable DslStoreSuppliers suppliers) {
        return TableStore.ofWindows(name, windows, emitted, options, keys, values, suppliers);
    }

    @Override
    Serde<Windowed<K>> windowed(@Nullable Serde<K> keys) {
        return OpenWindowedSerde.ofKeys(keys, windows.sizeMs());
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
        return aggregated(
                named,
                materialized,
                (onClose, step) ->
                        windows.aggregate(Untyped.function(initializer), Untyped.function(aggregator), onClose, step));
    }

    /** Changes this stream, as the reference does. */
    @Override
    public TimeWindowedKStream<K, V> emitStrategy(EmitStrategy strategy) {
        boolean onClose = strategy.type() == StrategyType.ON_WINDOW_CLOSE;
        if (onClose && windows instanceof WindowShape.Fixed fixed && fixed.windows() instanceof UnlimitedWindows) {
            throw new IllegalArgumentException(
                    "emitStrategy " + strategy.type() + " cannot be used for UnlimitedWindows, which never close");
        }
        emit(strategy);
        return this;
    }
}
