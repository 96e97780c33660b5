package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.shorthand.Arguments.some;

import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.TimeWindowedCogroupedKStream;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.WindowStore;
import dev.millrace.topology.definition.OpenWindowedSerde;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.table.TableStore;
import dev.millrace.topology.dsl.table.WindowShape;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Grouped streams of a program that are aggregated together in windows. */
final class DslTimeWindowedCogroupedStream<K, V> implements TimeWindowedCogroupedKStream<K, V> {
    private final Cogroup cogroup;
    private final WindowShape windows;

    DslTimeWindowedCogroupedStream(Cogroup cogroup, WindowShape windows) {
        this.cogroup = cogroup;
        this.windows = windows;
    }

    @Override
    public KTable<Windowed<K>, V> aggregate(Initializer<V> initializer) {
        return aggregated(initializer, null, null);
    }

    @Override
    public KTable<Windowed<K>, V> aggregate(Initializer<V> initializer, Named named) {
        return aggregated(initializer, some(named, "named"), null);
    }

    @Override
    public KTable<Windowed<K>, V> aggregate(
            Initializer<V> initializer, Materialized<K, V, WindowStore<Bytes, byte[]>> materialized) {
        return aggregated(initializer, null, some(materialized, "materialized"));
    }

    @Override
    public KTable<Windowed<K>, V> aggregate(
            Initializer<V> initializer, Named named, Materialized<K, V, WindowStore<Bytes, byte[]>> materialized) {
        return aggregated(initializer, some(named, "named"), some(materialized, "materialized"));
    }

    private KTable<Windowed<K>, V> aggregated(
            Initializer<V> initializer,
            @Nullable Named named,
            @Nullable Materialized<K, V, WindowStore<Bytes, byte[]>> materialized) {
        some(initializer, "initializer");
        MaterializedOptions<K, V, WindowStore<Bytes, byte[]>> options = MaterializedOptions.of(materialized);
        TableStore store = TableStore.ofWindows(
                cogroup.storeName(options),
                windows,
                EmitStrategy.onWindowUpdate(),
                options,
                options.keys(),
                options.values(),
                cogroup.storeSuppliers());
        StreamGroup.Aggregation aggregation = cogroup.aggregate(
                named,
                store,
                (aggregator, step) -> windows.aggregate(Untyped.function(initializer), aggregator, false, step));
        return new DslTable<>(
                aggregation.origin(),
                aggregation.state(),
                OpenWindowedSerde.ofKeys(options.keys(), windows.sizeMs()),
                options.values(),
                options.name());
    }
}
