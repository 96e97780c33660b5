package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.shorthand.Arguments.some;

import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Merger;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Reducer;
import dev.millrace.streams.kstream.SessionWindowedKStream;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.topology.definition.OpenWindowedSerde;
import dev.millrace.topology.definition.WindowedOperator.SessionAggregate;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.table.TableStore;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A grouped stream of a program, divided into sessions. */
final class DslSessionWindowedStream<K, V> extends DslWindowed<K, V, SessionStore<Bytes, byte[]>>
        implements SessionWindowedKStream<K, V> {
    private final SessionWindows windows;

    DslSessionWindowedStream(
            StreamGroup group, SessionWindows windows, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        super(group, keySerde, valueSerde);
        this.windows = windows;
    }

    @Override
    Aggregation counting() {
        return (onClose, step) ->
                new SessionAggregate(windows, Counting.ZERO, Counting.INCREMENT, Counting.SUM, onClose, step);
    }

    @Override
    Aggregation reducing(Reducer<Object> reducer) {
        return (onClose, step) -> new SessionAggregate(
                windows, Reducing.NOTHING, Reducing.aggregator(reducer), Reducing.merger(reducer), onClose, step);
    }

    @Override
    TableStore store(
            String name,
            EmitStrategy emitted,
            MaterializedOptions<K, ?, SessionStore<Bytes, byte[]>> options,
            @Nullable Serde<K> keys,
            @Nullable Serde<?> values,
            @Nullable DslStoreSuppliers suppliers) {
        return TableStore.ofSessions(name, windows, emitted, options, keys, values, suppliers);
    }

    @Override
    Serde<Windowed<K>> windowed(@Nullable Serde<K> keys) {
        return OpenWindowedSerde.ofSessionKeys(keys);
    }

    // ---- aggregate ----

    @Override
    public <VR> KTable<Windowed<K>, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> aggregator,
            Merger<? super K, VR> sessionMerger) {
        return aggregated(initializer, aggregator, sessionMerger, null, null);
    }

    @Override
    public <VR> KTable<Windowed<K>, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> aggregator,
            Merger<? super K, VR> sessionMerger,
            Named named) {
        return aggregated(initializer, aggregator, sessionMerger, some(named, "named"), null);
    }

    @Override
    public <VR> KTable<Windowed<K>, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> aggregator,
            Merger<? super K, VR> sessionMerger,
            Materialized<K, VR, SessionStore<Bytes, byte[]>> materialized) {
        return aggregated(initializer, aggregator, sessionMerger, null, some(materialized, "materialized"));
    }

    @Override
    public <VR> KTable<Windowed<K>, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> aggregator,
            Merger<? super K, VR> sessionMerger,
            Named named,
            Materialized<K, VR, SessionStore<Bytes, byte[]>> materialized) {
        return aggregated(
                initializer, aggregator, sessionMerger, some(named, "named"), some(materialized, "materialized"));
    }

    private <VR> KTable<Windowed<K>, VR> aggregated(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> aggregator,
            Merger<? super K, VR> sessionMerger,
            @Nullable Named named,
            @Nullable Materialized<K, VR, SessionStore<Bytes, byte[]>> materialized) {
        some(initializer, "initializer");
        some(aggregator, "aggregator");
        some(sessionMerger, "sessionMerger");
        return aggregated(
                named,
                materialized,
                (onClose, step) -> new SessionAggregate(
                        windows,
                        Untyped.function(initializer),
                        Untyped.function(aggregator),
                        Untyped.function(sessionMerger),
                        onClose,
                        step));
    }

    /** Changes this stream, as the reference does. */
    @Override
    public SessionWindowedKStream<K, V> emitStrategy(EmitStrategy strategy) {
        emit(some(strategy, "emitStrategy"));
        return this;
    }
}
