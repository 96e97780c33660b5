package dev.millrace.streams.kstream;

import dev.millrace.streams.state.KeyValueStore;
import org.apache.kafka.common.utils.Bytes;

/**
 * A stream whose records are grouped by key, ready to be aggregated.
 *
 * <p>Records without a key or a value are dropped. No argument may be null: that is a {@code NullPointerException}.
 *
 * <p>Used by the thread that builds the topology; initializers, reducers and aggregators run on stream threads.
 * Source: the section "Streams DSL" of the Kafka documentation.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface KGroupedStream<K, V> {

    /** As {@link #count(Named, Materialized)}, under a generated name and in a store with a generated name. */
    KTable<K, Long> count();

    /** As {@link #count(Named, Materialized)}, in a store with a generated name. */
    KTable<K, Long> count(Named named);

    /** As {@link #count(Named, Materialized)}, under a generated name. */
    KTable<K, Long> count(Materialized<K, Long, KeyValueStore<Bytes, byte[]>> materialized);

    /** Counts the records of each key. */
    KTable<K, Long> count(Named named, Materialized<K, Long, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #reduce(Reducer, Named, Materialized)}, under a generated name and in a store with a generated name.
     */
    KTable<K, V> reduce(Reducer<V> reducer);

    /** As {@link #reduce(Reducer, Named, Materialized)}, under a generated name. */
    KTable<K, V> reduce(Reducer<V> reducer, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized);

    /** Combines the values of each key with what came before. The first value is taken as it is. */
    KTable<K, V> reduce(Reducer<V> reducer, Named named, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #aggregate(Initializer, Aggregator, Named, Materialized)}, under a generated name and in a store with
     * a generated name.
     */
    <VOut> KTable<K, VOut> aggregate(Initializer<VOut> initializer, Aggregator<? super K, ? super V, VOut> aggregator);

    /** As {@link #aggregate(Initializer, Aggregator, Named, Materialized)}, under a generated name. */
    <VOut> KTable<K, VOut> aggregate(
            Initializer<VOut> initializer,
            Aggregator<? super K, ? super V, VOut> aggregator,
            Materialized<K, VOut, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * Combines the values of each key into an aggregate, which may be of another type. A result of null deletes the
     * aggregate.
     */
    <VOut> KTable<K, VOut> aggregate(
            Initializer<VOut> initializer,
            Aggregator<? super K, ? super V, VOut> aggregator,
            Named named,
            Materialized<K, VOut, KeyValueStore<Bytes, byte[]>> materialized);

    /** Puts the records of each key into windows of a fixed size. */
    <W extends Window> TimeWindowedKStream<K, V> windowedBy(Windows<W> windows);

    /** Puts the records of each key into sliding windows (KIP-450). */
    TimeWindowedKStream<K, V> windowedBy(SlidingWindows windows);

    /** Puts the records of each key into sessions. */
    SessionWindowedKStream<K, V> windowedBy(SessionWindows windows);

    /** Begins an aggregate to which several grouped streams contribute (KIP-150): this one by this aggregator. */
    <VOut> CogroupedKStream<K, VOut> cogroup(Aggregator<? super K, ? super V, VOut> aggregator);
}
