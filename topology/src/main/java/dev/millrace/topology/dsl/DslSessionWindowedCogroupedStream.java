package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.shorthand.Arguments.some;

import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Merger;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.SessionWindowedCogroupedKStream;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.topology.definition.OpenWindowedSerde;
import dev.millrace.topology.definition.WindowedOperator.SessionAggregate;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.table.TableStore;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Grouped streams of a program that are aggregated together in sessions. */
final class DslSessionWindowedCogroupedStream<K, V> implements SessionWindowedCogroupedKStream<K, V> {
    private final Cogroup cogroup;
    private final SessionWindows windows;

    DslSessionWindowedCogroupedStream(Cogroup cogroup, SessionWindows windows) {
        this.cogroup = cogroup;
        this.windows = windows;
    }

    @Override
    public KTable<Windowed<K>, V> aggregate(Initializer<V> initializer, Merger<? super K, V> sessionMerger) {
        return aggregated(initializer, sessionMerger, null, null);
    }

    @Override
    public KTable<Windowed<K>, V> aggregate(
            Initializer<V> initializer, Merger<? super K, V> sessionMerger, Named named) {
        return aggregated(initializer, sessionMerger, some(named, "named"), null);
    }

    @Override
    public KTable<Windowed<K>, V> aggregate(
            Initializer<V> initializer,
            Merger<? super K, V> sessionMerger,
            Materialized<K, V, SessionStore<Bytes, byte[]>> materialized) {
        return aggregated(initializer, sessionMerger, null, some(materialized, "materialized"));
    }

    @Override
    public KTable<Windowed<K>, V> aggregate(
            Initializer<V> initializer,
            Merger<? super K, V> sessionMerger,
            Named named,
            Materialized<K, V, SessionStore<Bytes, byte[]>> materialized) {
        return aggregated(initializer, sessionMerger, some(named, "named"), some(materialized, "materialized"));
    }

    private KTable<Windowed<K>, V> aggregated(
            Initializer<V> initializer,
            Merger<? super K, V> sessionMerger,
            @Nullable Named named,
            @Nullable Materialized<K, V, SessionStore<Bytes, byte[]>> materialized) {
        some(initializer, "initializer");
        some(sessionMerger, "sessionMerger");
        MaterializedOptions<K, V, SessionStore<Bytes, byte[]>> options = MaterializedOptions.of(materialized);
        StreamGroup.Aggregation aggregation = cogroup.aggregate(
                named,
                store(options),
                (aggregator, step) -> new SessionAggregate(
                        windows,
                        Untyped.function(initializer),
                        aggregator,
                        Untyped.function(sessionMerger),
                        false,
                        step));
        return new DslTable<>(
                aggregation.origin(),
                aggregation.state(),
                OpenWindowedSerde.ofSessionKeys(options.keys()),
                options.values(),
                options.name());
    }

    private TableStore store(MaterializedOptions<K, V, SessionStore<Bytes, byte[]>> options) {
        return TableStore.ofSessions(
                cogroup.storeName(options),
                windows,
                EmitStrategy.onWindowUpdate(),
                options,
                options.keys(),
                options.values(),
                cogroup.storeSuppliers());
    }
}
