package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.DslStream.firstOf;
import static dev.millrace.topology.dsl.shorthand.Arguments.some;

import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.EmitStrategy.StrategyType;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Merger;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Reducer;
import dev.millrace.streams.kstream.SessionWindowedKStream;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.topology.definition.OpenWindowedSerde;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.definition.WindowedOperator.SessionAggregate;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.table.TableStore;
import dev.millrace.topology.naming.Prefix;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A grouped stream of a program, divided into sessions. */
final class DslSessionWindowedStream<K, V> implements SessionWindowedKStream<K, V> {
    private final StreamGroup group;
    private final SessionWindows windows;
    private final @Nullable Serde<K> keySerde;
    private final @Nullable Serde<V> valueSerde;
    private EmitStrategy emitStrategy = EmitStrategy.onWindowUpdate();

    DslSessionWindowedStream(
            StreamGroup group, SessionWindows windows, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
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
    public KTable<Windowed<K>, Long> count(Materialized<K, Long, SessionStore<Bytes, byte[]>> materialized) {
        return counted(null, some(materialized, "materialized"));
    }

    @Override
    public KTable<Windowed<K>, Long> count(
            Named named, Materialized<K, Long, SessionStore<Bytes, byte[]>> materialized) {
        return counted(some(named, "named"), some(materialized, "materialized"));
    }

    private KTable<Windowed<K>, Long> counted(
            @Nullable Named named, @Nullable Materialized<K, Long, SessionStore<Bytes, byte[]>> materialized) {
        if (materialized != null && MaterializedOptions.of(materialized).name() == null) {
            group.skipStoreName(Prefix.STREAM_AGGREGATE);
        }
        boolean onClose = emitsOnClose();
        return aggregated(
                Prefix.STREAM_AGGREGATE,
                named,
                materialized,
                Serdes.Long(),
                step -> new SessionAggregate(windows, Counting.ZERO, Counting.INCREMENT, Counting.SUM, onClose, step));
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
            Reducer<V> reducer, Materialized<K, V, SessionStore<Bytes, byte[]>> materialized) {
        return reduced(reducer, null, some(materialized, "materialized"));
    }

    @Override
    public KTable<Windowed<K>, V> reduce(
            Reducer<V> reducer, Named named, Materialized<K, V, SessionStore<Bytes, byte[]>> materialized) {
        return reduced(reducer, some(named, "named"), some(materialized, "materialized"));
    }

    private KTable<Windowed<K>, V> reduced(
            Reducer<V> reducer,
            @Nullable Named named,
            @Nullable Materialized<K, V, SessionStore<Bytes, byte[]>> materialized) {
        some(reducer, "reducer");
        Reducer<Object> untyped = Untyped.function(reducer);
        boolean onClose = emitsOnClose();
        return aggregated(
                Prefix.STREAM_REDUCE,
                named,
                materialized,
                valueSerde,
                step -> new SessionAggregate(
                        windows,
                        Reducing.NOTHING,
                        Reducing.aggregator(untyped),
                        Reducing.merger(untyped),
                        onClose,
                        step));
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
        boolean onClose = emitsOnClose();
        return aggregated(
                Prefix.STREAM_AGGREGATE,
                named,
                materialized,
                null,
                step -> new SessionAggregate(
                        windows,
                        Untyped.function(initializer),
                        Untyped.function(aggregator),
                        Untyped.function(sessionMerger),
                        onClose,
                        step));
    }

    private <VR> DslTable<Windowed<K>, VR> aggregated(
            Prefix prefix,
            @Nullable Named named,
            @Nullable Materialized<K, VR, SessionStore<Bytes, byte[]>> materialized,
            @Nullable Serde<VR> inheritedValues,
            Function<TableStep, OperatorDefinition> operator) {
        MaterializedOptions<K, VR, SessionStore<Bytes, byte[]>> options = MaterializedOptions.of(materialized);
        Serde<K> keys = firstOf(options.keys(), keySerde);
        Serde<VR> values = firstOf(options.values(), inheritedValues);
        String storeName = group.storeName(prefix, options);
        TableStore store =
                TableStore.ofSessions(storeName, windows, emitStrategy, options, keys, values, group.storeSuppliers());
        StreamGroup.Aggregation aggregation = group.aggregate(prefix, named, store, operator);
        return new DslTable<>(
                aggregation.origin(),
                aggregation.state(),
                OpenWindowedSerde.ofSessionKeys(keys),
                values,
                options.name());
    }

    // ---- when results are sent on ----

    /** Changes this stream, as the reference does. */
    @Override
    public SessionWindowedKStream<K, V> emitStrategy(EmitStrategy strategy) {
        emitStrategy = some(strategy, "emitStrategy");
        return this;
    }

    private boolean emitsOnClose() {
        return emitStrategy.type() == StrategyType.ON_WINDOW_CLOSE;
    }
}
