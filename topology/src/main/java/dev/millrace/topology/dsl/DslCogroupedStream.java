package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.shorthand.Arguments.some;

import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.CogroupedKStream;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.streams.kstream.KGroupedStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.SessionWindowedCogroupedKStream;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.kstream.SlidingWindows;
import dev.millrace.streams.kstream.TimeWindowedCogroupedKStream;
import dev.millrace.streams.kstream.Window;
import dev.millrace.streams.kstream.Windows;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.topology.definition.OperatorDefinition.StreamAggregate;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.table.TableStore;
import dev.millrace.topology.dsl.table.WindowShape;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Grouped streams of a program that are aggregated together. The groups' serdes are not inherited, as in the reference. */
final class DslCogroupedStream<K, VOut> implements CogroupedKStream<K, VOut> {
    private final Cogroup cogroup = new Cogroup();

    /** Changes this stream, as the reference does. */
    @Override
    public <V> CogroupedKStream<K, VOut> cogroup(
            KGroupedStream<K, V> groupedStream, Aggregator<? super K, ? super V, VOut> aggregator) {
        some(groupedStream, "groupedStream");
        some(aggregator, "aggregator");
        cogroup.add(((DslGroupedStream<K, V>) groupedStream).group(), Untyped.function(aggregator));
        return this;
    }

    // ---- aggregate ----

    @Override
    public KTable<K, VOut> aggregate(Initializer<VOut> initializer) {
        return aggregated(initializer, null, null);
    }

    @Override
    public KTable<K, VOut> aggregate(Initializer<VOut> initializer, Named named) {
        return aggregated(initializer, some(named, "named"), null);
    }

    @Override
    public KTable<K, VOut> aggregate(
            Initializer<VOut> initializer, Materialized<K, VOut, KeyValueStore<Bytes, byte[]>> materialized) {
        return aggregated(initializer, null, some(materialized, "materialized"));
    }

    @Override
    public KTable<K, VOut> aggregate(
            Initializer<VOut> initializer,
            Named named,
            Materialized<K, VOut, KeyValueStore<Bytes, byte[]>> materialized) {
        return aggregated(initializer, some(named, "named"), some(materialized, "materialized"));
    }

    private KTable<K, VOut> aggregated(
            Initializer<VOut> initializer,
            @Nullable Named named,
            @Nullable Materialized<K, VOut, KeyValueStore<Bytes, byte[]>> materialized) {
        some(initializer, "initializer");
        MaterializedOptions<K, VOut, KeyValueStore<Bytes, byte[]>> options = MaterializedOptions.of(materialized);
        TableStore store = TableStore.ofRows(
                cogroup.storeName(options), options, options.keys(), options.values(), cogroup.storeSuppliers());
        StreamGroup.Aggregation aggregation = cogroup.aggregate(
                named,
                store,
                (aggregator, step) -> new StreamAggregate(Untyped.function(initializer), aggregator, step));
        return new DslTable<>(
                aggregation.origin(), aggregation.state(), options.keys(), options.values(), options.name());
    }

    // ---- windows ----

    @Override
    public <W extends Window> TimeWindowedCogroupedKStream<K, VOut> windowedBy(Windows<W> windows) {
        return new DslTimeWindowedCogroupedStream<>(cogroup, new WindowShape.Fixed(some(windows, "windows")));
    }

    @Override
    public TimeWindowedCogroupedKStream<K, VOut> windowedBy(SlidingWindows windows) {
        return new DslTimeWindowedCogroupedStream<>(cogroup, new WindowShape.Sliding(some(windows, "windows")));
    }

    @Override
    public SessionWindowedCogroupedKStream<K, VOut> windowedBy(SessionWindows windows) {
        return new DslSessionWindowedCogroupedStream<>(cogroup, some(windows, "windows"));
    }
}
