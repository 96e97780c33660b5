package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.DslStream.firstOf;
import static dev.millrace.topology.dsl.shorthand.Arguments.some;

import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.CogroupedKStream;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.streams.kstream.KGroupedStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Reducer;
import dev.millrace.streams.kstream.SessionWindowedKStream;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.kstream.SlidingWindows;
import dev.millrace.streams.kstream.TimeWindowedKStream;
import dev.millrace.streams.kstream.Window;
import dev.millrace.streams.kstream.Windows;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.OperatorDefinition.StreamAggregate;
import dev.millrace.topology.definition.OperatorDefinition.StreamReduce;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.dsl.option.GroupedOptions;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.table.TableStore;
import dev.millrace.topology.dsl.table.WindowShape;
import dev.millrace.topology.naming.Prefix;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A grouped stream of a program. */
final class DslGroupedStream<K, V> implements KGroupedStream<K, V> {
    private final StreamGroup group;
    private final @Nullable Serde<K> keySerde;
    private final @Nullable Serde<V> valueSerde;

    DslGroupedStream(
            StreamOrigin origin, @Nullable String name, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        this.group = new StreamGroup(origin, name, keySerde, valueSerde);
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
    }

    /** The user's options hold the serdes even where they say nothing: the stream's are not inherited then. */
    DslGroupedStream(StreamOrigin origin, GroupedOptions<K, V> options) {
        this(origin, options.name(), options.keys(), options.values());
    }

    StreamGroup group() {
        return group;
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
        if (materialized != null && MaterializedOptions.of(materialized).name() == null) {
            group.skipStoreName(Prefix.STREAM_AGGREGATE);
        }
        return aggregated(
                Prefix.STREAM_AGGREGATE,
                named,
                materialized,
                Serdes.Long(),
                step -> new StreamAggregate(Counting.ZERO, Counting.INCREMENT, step));
    }

    // ---- reduce ----

    @Override
    public KTable<K, V> reduce(Reducer<V> reducer) {
        return reduced(reducer, null, null);
    }

    @Override
    public KTable<K, V> reduce(Reducer<V> reducer, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        return reduced(reducer, null, some(materialized, "materialized"));
    }

    @Override
    public KTable<K, V> reduce(
            Reducer<V> reducer, Named named, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        return reduced(reducer, some(named, "named"), some(materialized, "materialized"));
    }

    private KTable<K, V> reduced(
            Reducer<V> reducer,
            @Nullable Named named,
            @Nullable Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        some(reducer, "reducer");
        return aggregated(
                Prefix.STREAM_REDUCE,
                named,
                materialized,
                valueSerde,
                step -> new StreamReduce(Untyped.function(reducer), step));
    }

    // ---- aggregate ----

    @Override
    public <VR> KTable<K, VR> aggregate(Initializer<VR> initializer, Aggregator<? super K, ? super V, VR> aggregator) {
        return aggregated(initializer, aggregator, null, null);
    }

    @Override
    public <VR> KTable<K, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> aggregator,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return aggregated(initializer, aggregator, null, some(materialized, "materialized"));
    }

    @Override
    public <VR> KTable<K, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> aggregator,
            Named named,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return aggregated(initializer, aggregator, some(named, "named"), some(materialized, "materialized"));
    }

    private <VR> KTable<K, VR> aggregated(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> aggregator,
            @Nullable Named named,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        some(initializer, "initializer");
        some(aggregator, "aggregator");
        return aggregated(
                Prefix.STREAM_AGGREGATE,
                named,
                materialized,
                null,
                step -> new StreamAggregate(Untyped.function(initializer), Untyped.function(aggregator), step));
    }

    private <VR> DslTable<K, VR> aggregated(
            Prefix prefix,
            @Nullable Named named,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            @Nullable Serde<VR> inheritedValues,
            Function<TableStep, OperatorDefinition> operator) {
        MaterializedOptions<K, VR, KeyValueStore<Bytes, byte[]>> options = MaterializedOptions.of(materialized);
        Serde<K> keys = firstOf(options.keys(), keySerde);
        Serde<VR> values = firstOf(options.values(), inheritedValues);
        String storeName = group.storeName(prefix, options);
        TableStore store = TableStore.ofRows(storeName, options, keys, values, group.storeSuppliers());
        StreamGroup.Aggregation aggregation = group.aggregate(prefix, named, store, operator);
        return new DslTable<>(aggregation.origin(), aggregation.state(), keys, values, options.name());
    }

    // ---- windows and cogroups ----

    @Override
    public <W extends Window> TimeWindowedKStream<K, V> windowedBy(Windows<W> windows) {
        return windowedBy(new WindowShape.Fixed(some(windows, "windows")));
    }

    @Override
    public TimeWindowedKStream<K, V> windowedBy(SlidingWindows windows) {
        return windowedBy(new WindowShape.Sliding(some(windows, "windows")));
    }

    private TimeWindowedKStream<K, V> windowedBy(WindowShape windows) {
        return new DslTimeWindowedStream<>(group, windows, keySerde, valueSerde);
    }

    @Override
    public SessionWindowedKStream<K, V> windowedBy(SessionWindows windows) {
        return new DslSessionWindowedStream<>(group, some(windows, "windows"), keySerde, valueSerde);
    }

    @Override
    public <VOut> CogroupedKStream<K, VOut> cogroup(Aggregator<? super K, ? super V, VOut> aggregator) {
        return new DslCogroupedStream<K, VOut>().cogroup(this, aggregator);
    }
}
