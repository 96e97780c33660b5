package dev.millrace.streams.kstream;

import dev.millrace.streams.state.SessionStore;
import org.apache.kafka.common.utils.Bytes;

/**
 * A grouped stream whose records are put into sessions, ready to be aggregated.
 *
 * <p>When a record makes two sessions one, their aggregates are merged, and both are deleted from the result. Records
 * that come after the grace period of their windows, and those without a key or a value, are dropped. No argument may
 * be null: that is a {@code NullPointerException}.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface SessionWindowedKStream<K, V> {

    /** As {@link #count(Named, Materialized)}, under a generated name and in a store with a generated name. */
    KTable<Windowed<K>, Long> count();

    /** As {@link #count(Named, Materialized)}, in a store with a generated name. */
    KTable<Windowed<K>, Long> count(Named named);

    /** As {@link #count(Named, Materialized)}, under a generated name. */
    KTable<Windowed<K>, Long> count(Materialized<K, Long, SessionStore<Bytes, byte[]>> materialized);

    /** Counts the records of each key and session. */
    KTable<Windowed<K>, Long> count(Named named, Materialized<K, Long, SessionStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #reduce(Reducer, Named, Materialized)}, under a generated name and in a store with a generated name.
     */
    KTable<Windowed<K>, V> reduce(Reducer<V> reducer);

    /** As {@link #reduce(Reducer, Named, Materialized)}, in a store with a generated name. */
    KTable<Windowed<K>, V> reduce(Reducer<V> reducer, Named named);

    /** As {@link #reduce(Reducer, Named, Materialized)}, under a generated name. */
    KTable<Windowed<K>, V> reduce(Reducer<V> reducer, Materialized<K, V, SessionStore<Bytes, byte[]>> materialized);

    /** Combines the values of each key and session with what came before. The first value is taken as it is. */
    KTable<Windowed<K>, V> reduce(
            Reducer<V> reducer, Named named, Materialized<K, V, SessionStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #aggregate(Initializer, Aggregator, Merger, Named, Materialized)}, under a generated name and in a
     * store with a generated name.
     */
    <VOut> KTable<Windowed<K>, VOut> aggregate(
            Initializer<VOut> initializer,
            Aggregator<? super K, ? super V, VOut> aggregator,
            Merger<? super K, VOut> sessionMerger);

    /**
     * As {@link #aggregate(Initializer, Aggregator, Merger, Named, Materialized)}, in a store with a generated name.
     */
    <VOut> KTable<Windowed<K>, VOut> aggregate(
            Initializer<VOut> initializer,
            Aggregator<? super K, ? super V, VOut> aggregator,
            Merger<? super K, VOut> sessionMerger,
            Named named);

    /** As {@link #aggregate(Initializer, Aggregator, Merger, Named, Materialized)}, under a generated name. */
    <VOut> KTable<Windowed<K>, VOut> aggregate(
            Initializer<VOut> initializer,
            Aggregator<? super K, ? super V, VOut> aggregator,
            Merger<? super K, VOut> sessionMerger,
            Materialized<K, VOut, SessionStore<Bytes, byte[]>> materialized);

    /** Combines the values of each key and session into an aggregate, which may be of another type. */
    <VOut> KTable<Windowed<K>, VOut> aggregate(
            Initializer<VOut> initializer,
            Aggregator<? super K, ? super V, VOut> aggregator,
            Merger<? super K, VOut> sessionMerger,
            Named named,
            Materialized<K, VOut, SessionStore<Bytes, byte[]>> materialized);

    /** Says when results are sent on (KIP-825): at every update, which is the default, or when a window closes. */
    SessionWindowedKStream<K, V> emitStrategy(EmitStrategy emitStrategy);
}
