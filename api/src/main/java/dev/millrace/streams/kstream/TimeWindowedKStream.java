package dev.millrace.streams.kstream;

import dev.millrace.streams.state.WindowStore;
import org.apache.kafka.common.utils.Bytes;

/**
 * A grouped stream whose records are put into windows, ready to be aggregated.
 *
 * <p>Records that come after the grace period of their windows, and those without a key or a value, are dropped. No
 * argument may be null: that is a {@code NullPointerException}.
 *
 * <p>Used by the thread that builds the topology; initializers, reducers and aggregators run on stream threads.
 * Source: the section "Streams DSL" of the Kafka documentation.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface TimeWindowedKStream<K, V> {

    /** As {@link #count(Named, Materialized)}, under a generated name and in a store with a generated name. */
    KTable<Windowed<K>, Long> count();

    /** As {@link #count(Named, Materialized)}, in a store with a generated name. */
    KTable<Windowed<K>, Long> count(Named named);

    /** As {@link #count(Named, Materialized)}, under a generated name. */
    KTable<Windowed<K>, Long> count(Materialized<K, Long, WindowStore<Bytes, byte[]>> materialized);

    /** Counts the records of each key and window. */
    KTable<Windowed<K>, Long> count(Named named, Materialized<K, Long, WindowStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #reduce(Reducer, Named, Materialized)}, under a generated name and in a store with a generated name.
     */
    KTable<Windowed<K>, V> reduce(Reducer<V> reducer);

    /** As {@link #reduce(Reducer, Named, Materialized)}, in a store with a generated name. */
    KTable<Windowed<K>, V> reduce(Reducer<V> reducer, Named named);

    /** As {@link #reduce(Reducer, Named, Materialized)}, under a generated name. */
    KTable<Windowed<K>, V> reduce(Reducer<V> reducer, Materialized<K, V, WindowStore<Bytes, byte[]>> materialized);

    /** Combines the values of each key and window with what came before. The first value is taken as it is. */
    KTable<Windowed<K>, V> reduce(
            Reducer<V> reducer, Named named, Materialized<K, V, WindowStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #aggregate(Initializer, Aggregator, Named, Materialized)}, under a generated name and in a store with
     * a generated name.
     */
    <VOut> KTable<Windowed<K>, VOut> aggregate(
            Initializer<VOut> initializer, Aggregator<? super K, ? super V, VOut> aggregator);

    /** As {@link #aggregate(Initializer, Aggregator, Named, Materialized)}, in a store with a generated name. */
    <VOut> KTable<Windowed<K>, VOut> aggregate(
            Initializer<VOut> initializer, Aggregator<? super K, ? super V, VOut> aggregator, Named named);

    /** As {@link #aggregate(Initializer, Aggregator, Named, Materialized)}, under a generated name. */
    <VOut> KTable<Windowed<K>, VOut> aggregate(
            Initializer<VOut> initializer,
            Aggregator<? super K, ? super V, VOut> aggregator,
            Materialized<K, VOut, WindowStore<Bytes, byte[]>> materialized);

    /**
     * Combines the values of each key and window into an aggregate, which may be of another type. A result of null
     * deletes the aggregate.
     */
    <VOut> KTable<Windowed<K>, VOut> aggregate(
            Initializer<VOut> initializer,
            Aggregator<? super K, ? super V, VOut> aggregator,
            Named named,
            Materialized<K, VOut, WindowStore<Bytes, byte[]>> materialized);

    /** Says when results are sent on (KIP-825): at every update, which is the default, or when a window closes. */
    TimeWindowedKStream<K, V> emitStrategy(EmitStrategy emitStrategy);
}
