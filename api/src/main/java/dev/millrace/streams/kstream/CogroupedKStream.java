package dev.millrace.streams.kstream;

import dev.millrace.streams.state.KeyValueStore;
import org.apache.kafka.common.utils.Bytes;

/**
 * Several grouped streams with the same keys that contribute to one aggregate (KIP-150).
 *
 * <p>Records without a key or a value are dropped. No argument may be null: that is a {@code NullPointerException}.
 *
 * @param <K> the type of the keys
 * @param <VOut> the type of the aggregate
 */
public interface CogroupedKStream<K, VOut> {

    /** Lets another grouped stream contribute, by this aggregator. */
    <V> CogroupedKStream<K, VOut> cogroup(
            KGroupedStream<K, V> groupedStream, Aggregator<? super K, ? super V, VOut> aggregator);

    /**
     * As {@link #aggregate(Initializer, Named, Materialized)}, under a generated name and in a store with a generated
     * name.
     */
    KTable<K, VOut> aggregate(Initializer<VOut> initializer);

    /** As {@link #aggregate(Initializer, Named, Materialized)}, in a store with a generated name. */
    KTable<K, VOut> aggregate(Initializer<VOut> initializer, Named named);

    /** As {@link #aggregate(Initializer, Named, Materialized)}, under a generated name. */
    KTable<K, VOut> aggregate(
            Initializer<VOut> initializer, Materialized<K, VOut, KeyValueStore<Bytes, byte[]>> materialized);

    /** The aggregate of each key. */
    KTable<K, VOut> aggregate(
            Initializer<VOut> initializer,
            Named named,
            Materialized<K, VOut, KeyValueStore<Bytes, byte[]>> materialized);

    /** Aggregates in windows of a fixed size. */
    <W extends Window> TimeWindowedCogroupedKStream<K, VOut> windowedBy(Windows<W> windows);

    /** Aggregates in sliding windows (KIP-450). */
    TimeWindowedCogroupedKStream<K, VOut> windowedBy(SlidingWindows windows);

    /** Aggregates in sessions. */
    SessionWindowedCogroupedKStream<K, VOut> windowedBy(SessionWindows windows);
}
