package dev.millrace.streams.kstream;

import dev.millrace.streams.state.KeyValueStore;
import org.apache.kafka.common.utils.Bytes;

/**
 * A table whose entries are grouped by a new key, ready to be aggregated.
 *
 * <p>Every change of the table takes an old value out of a group and puts a new one in, so that the aggregate follows
 * the table. No argument may be null: that is a {@code NullPointerException}.
 *
 * <p>Used by the thread that builds the topology; initializers, reducers and aggregators run on stream threads.
 * Source: the section "Streams DSL" of the Kafka documentation.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface KGroupedTable<K, V> {

    /** As {@link #count(Named, Materialized)}, under a generated name. */
    KTable<K, Long> count(Materialized<K, Long, KeyValueStore<Bytes, byte[]>> materialized);

    /** Counts the entries of each group. */
    KTable<K, Long> count(Named named, Materialized<K, Long, KeyValueStore<Bytes, byte[]>> materialized);

    /** As {@link #count(Named, Materialized)}, under a generated name and in a store with a generated name. */
    KTable<K, Long> count();

    /** As {@link #count(Named, Materialized)}, in a store with a generated name. */
    KTable<K, Long> count(Named named);

    /** As {@link #reduce(Reducer, Reducer, Named, Materialized)}, under a generated name. */
    KTable<K, V> reduce(
            Reducer<V> adder, Reducer<V> subtractor, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized);

    /** Combines the values of each group: the adder puts a value in, the subtractor takes one out. */
    KTable<K, V> reduce(
            Reducer<V> adder,
            Reducer<V> subtractor,
            Named named,
            Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #reduce(Reducer, Reducer, Named, Materialized)}, under a generated name and in a store with a
     * generated name.
     */
    KTable<K, V> reduce(Reducer<V> adder, Reducer<V> subtractor);

    /** As {@link #aggregate(Initializer, Aggregator, Aggregator, Named, Materialized)}, under a generated name. */
    <VR> KTable<K, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> adder,
            Aggregator<? super K, ? super V, VR> subtractor,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * Combines the values of each group into an aggregate, which may be of another type: the adder puts a value in,
     * the subtractor takes one out.
     */
    <VR> KTable<K, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> adder,
            Aggregator<? super K, ? super V, VR> subtractor,
            Named named,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #aggregate(Initializer, Aggregator, Aggregator, Named, Materialized)}, under a generated name and in
     * a store with a generated name.
     */
    <VR> KTable<K, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> adder,
            Aggregator<? super K, ? super V, VR> subtractor);

    /**
     * As {@link #aggregate(Initializer, Aggregator, Aggregator, Named, Materialized)}, in a store with a generated
     * name.
     */
    <VR> KTable<K, VR> aggregate(
            Initializer<VR> initializer,
            Aggregator<? super K, ? super V, VR> adder,
            Aggregator<? super K, ? super V, VR> subtractor,
            Named named);
}
