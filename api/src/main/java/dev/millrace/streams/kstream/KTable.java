package dev.millrace.streams.kstream;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.state.KeyValueStore;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;

/**
 * A table: the last value of each key, kept up to date by a stream of changes.
 *
 * <p>A record without a value deletes its key; records without a key are dropped. An operator gives a new table,
 * which changes as this one does. A table without a store of its own is computed from the one it comes from. Used by
 * the thread that builds the topology; the functions that are given to it run on stream threads. No argument may be
 * null: that is a {@code NullPointerException}.
 *
 * <p>Source: the section "Streams DSL" of the Kafka documentation.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface KTable<K, V> {

    /** As {@link #filter(Predicate, Named, Materialized)}, under a generated name and without asking for a store. */
    KTable<K, V> filter(Predicate<? super K, ? super V> predicate);

    /** As {@link #filter(Predicate, Named, Materialized)}, without asking for a store. */
    KTable<K, V> filter(Predicate<? super K, ? super V> predicate, Named named);

    /** As {@link #filter(Predicate, Named, Materialized)}, under a generated name. */
    KTable<K, V> filter(
            Predicate<? super K, ? super V> predicate, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * Keeps the entries for which the predicate holds. An entry for which it no longer holds is deleted from the
     * result.
     */
    KTable<K, V> filter(
            Predicate<? super K, ? super V> predicate,
            Named named,
            Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #filterNot(Predicate, Named, Materialized)}, under a generated name and without asking for a store.
     */
    KTable<K, V> filterNot(Predicate<? super K, ? super V> predicate);

    /** As {@link #filterNot(Predicate, Named, Materialized)}, without asking for a store. */
    KTable<K, V> filterNot(Predicate<? super K, ? super V> predicate, Named named);

    /** As {@link #filterNot(Predicate, Named, Materialized)}, under a generated name. */
    KTable<K, V> filterNot(
            Predicate<? super K, ? super V> predicate, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * Keeps the entries for which the predicate does not hold. An entry for which it now holds is deleted from the
     * result.
     */
    KTable<K, V> filterNot(
            Predicate<? super K, ? super V> predicate,
            Named named,
            Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #mapValues(ValueMapperWithKey, Named, Materialized)}, without looking at the key, under a generated
     * name and without asking for a store.
     */
    <VR> KTable<K, VR> mapValues(ValueMapper<? super V, ? extends VR> mapper);

    /**
     * As {@link #mapValues(ValueMapperWithKey, Named, Materialized)}, without looking at the key and without asking
     * for a store.
     */
    <VR> KTable<K, VR> mapValues(ValueMapper<? super V, ? extends VR> mapper, Named named);

    /**
     * As {@link #mapValues(ValueMapperWithKey, Named, Materialized)}, under a generated name and without asking for a
     * store.
     */
    <VR> KTable<K, VR> mapValues(ValueMapperWithKey<? super K, ? super V, ? extends VR> mapper);

    /** As {@link #mapValues(ValueMapperWithKey, Named, Materialized)}, without asking for a store. */
    <VR> KTable<K, VR> mapValues(ValueMapperWithKey<? super K, ? super V, ? extends VR> mapper, Named named);

    /**
     * As {@link #mapValues(ValueMapperWithKey, Named, Materialized)}, without looking at the key and under a
     * generated name.
     */
    <VR> KTable<K, VR> mapValues(
            ValueMapper<? super V, ? extends VR> mapper,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /** As {@link #mapValues(ValueMapperWithKey, Named, Materialized)}, without looking at the key. */
    <VR> KTable<K, VR> mapValues(
            ValueMapper<? super V, ? extends VR> mapper,
            Named named,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /** As {@link #mapValues(ValueMapperWithKey, Named, Materialized)}, under a generated name. */
    <VR> KTable<K, VR> mapValues(
            ValueMapperWithKey<? super K, ? super V, ? extends VR> mapper,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /** Gives each entry a new value. The key must not be changed. Deletions are passed on without a call. */
    <VR> KTable<K, VR> mapValues(
            ValueMapperWithKey<? super K, ? super V, ? extends VR> mapper,
            Named named,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /** As {@link #toStream(Named)}, under a generated name. */
    KStream<K, V> toStream();

    /** The changes of the table as a stream; a deletion is a record without a value. */
    KStream<K, V> toStream(Named named);

    /** As {@link #toStream(KeyValueMapper, Named)}, under a generated name. */
    <KR> KStream<KR, V> toStream(KeyValueMapper<? super K, ? super V, ? extends KR> mapper);

    /** The changes of the table as a stream, with new keys. */
    <KR> KStream<KR, V> toStream(KeyValueMapper<? super K, ? super V, ? extends KR> mapper, Named named);

    /** Holds changes back, to send on fewer of them, or none but the last (KIP-328). */
    KTable<K, V> suppress(Suppressed<? super K> suppressed);

    /**
     * As {@link #transformValues(ValueTransformerWithKeySupplier, Materialized, Named, String...)}, under a generated
     * name and without asking for a store.
     */
    <VR> KTable<K, VR> transformValues(
            ValueTransformerWithKeySupplier<? super K, ? super V, ? extends VR> transformerSupplier,
            String... stateStoreNames);

    /**
     * As {@link #transformValues(ValueTransformerWithKeySupplier, Materialized, Named, String...)}, without asking
     * for a store.
     */
    <VR> KTable<K, VR> transformValues(
            ValueTransformerWithKeySupplier<? super K, ? super V, ? extends VR> transformerSupplier,
            Named named,
            String... stateStoreNames);

    /**
     * As {@link #transformValues(ValueTransformerWithKeySupplier, Materialized, Named, String...)}, under a generated
     * name.
     */
    <VR> KTable<K, VR> transformValues(
            ValueTransformerWithKeySupplier<? super K, ? super V, ? extends VR> transformerSupplier,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            String... stateStoreNames);

    /**
     * Gives each entry a new value by a transformer, which may use stores. Without a store of its own the result is
     * computed again when it is asked for.
     *
     * @param transformerSupplier makes the transformers, and may bring stores
     * @param materialized how the result is kept
     * @param named the name
     * @param stateStoreNames the stores the transformers use, which are in the topology already
     */
    <VR> KTable<K, VR> transformValues(
            ValueTransformerWithKeySupplier<? super K, ? super V, ? extends VR> transformerSupplier,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            Named named,
            String... stateStoreNames);

    /** As {@link #groupBy(KeyValueMapper, Grouped)}, with the default serdes. */
    <KR, VR> KGroupedTable<KR, VR> groupBy(
            KeyValueMapper<? super K, ? super V, ? extends KeyValue<? extends KR, ? extends VR>> selector);

    /**
     * Groups the entries by a new key, with new values. A change takes the old value out of one group and puts the
     * new one into another. The changes are repartitioned; those without a new key are dropped.
     */
    <KR, VR> KGroupedTable<KR, VR> groupBy(
            KeyValueMapper<? super K, ? super V, ? extends KeyValue<? extends KR, ? extends VR>> selector,
            Grouped<KR, VR> grouped);

    /**
     * As {@link #join(KTable, ValueJoiner, Named, Materialized)}, under a generated name and without asking for a
     * store.
     */
    <VO, VR> KTable<K, VR> join(KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner);

    /** As {@link #join(KTable, ValueJoiner, Named, Materialized)}, without asking for a store. */
    <VO, VR> KTable<K, VR> join(
            KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner, Named named);

    /** As {@link #join(KTable, ValueJoiner, Named, Materialized)}, under a generated name. */
    <VO, VR> KTable<K, VR> join(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * Joins the entries of two tables that have the same key. The result has those that are in both. Both tables must
     * have as many partitions.
     *
     * @param other the other table
     * @param joiner makes the new value
     * @param named the name
     * @param materialized how the result is kept
     */
    <VO, VR> KTable<K, VR> join(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Named named,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #leftJoin(KTable, ValueJoiner, Named, Materialized)}, under a generated name and without asking for a
     * store.
     */
    <VO, VR> KTable<K, VR> leftJoin(KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner);

    /** As {@link #leftJoin(KTable, ValueJoiner, Named, Materialized)}, without asking for a store. */
    <VO, VR> KTable<K, VR> leftJoin(
            KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner, Named named);

    /** As {@link #leftJoin(KTable, ValueJoiner, Named, Materialized)}, under a generated name. */
    <VO, VR> KTable<K, VR> leftJoin(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * Joins as {@link #join(KTable, ValueJoiner, Named, Materialized)}, and has the entries that are only in this
     * table as well, with null in place of the other.
     */
    <VO, VR> KTable<K, VR> leftJoin(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Named named,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #outerJoin(KTable, ValueJoiner, Named, Materialized)}, under a generated name and without asking for
     * a store.
     */
    <VO, VR> KTable<K, VR> outerJoin(KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner);

    /** As {@link #outerJoin(KTable, ValueJoiner, Named, Materialized)}, without asking for a store. */
    <VO, VR> KTable<K, VR> outerJoin(
            KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner, Named named);

    /** As {@link #outerJoin(KTable, ValueJoiner, Named, Materialized)}, under a generated name. */
    <VO, VR> KTable<K, VR> outerJoin(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * Joins as {@link #join(KTable, ValueJoiner, Named, Materialized)}, and has the entries that are only in one of
     * the tables as well, with null in place of the other.
     */
    <VO, VR> KTable<K, VR> outerJoin(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Named named,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #join(KTable, BiFunction, ValueJoiner, TableJoined, Materialized)}, where the value alone tells the
     * foreign key, with the default settings and without asking for a store.
     */
    <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner);

    /**
     * As {@link #join(KTable, BiFunction, ValueJoiner, TableJoined, Materialized)}, with the default settings and
     * without asking for a store.
     */
    <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner);

    /**
     * As {@link #join(KTable, BiFunction, ValueJoiner, TableJoined, Materialized)}, where the value alone tells the
     * foreign key and without asking for a store.
     */
    <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined);

    /** As {@link #join(KTable, BiFunction, ValueJoiner, TableJoined, Materialized)}, without asking for a store. */
    <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined);

    /**
     * As {@link #join(KTable, BiFunction, ValueJoiner, TableJoined, Materialized)}, where the value alone tells the
     * foreign key and with the default settings.
     */
    <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /** As {@link #join(KTable, BiFunction, ValueJoiner, TableJoined, Materialized)}, with the default settings. */
    <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #join(KTable, BiFunction, ValueJoiner, TableJoined, Materialized)}, where the value alone tells the
     * foreign key.
     */
    <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * Joins each entry of this table with the entry of another that it refers to (KIP-213). The result has the key of
     * this table, and an entry where both are there. The tables may have different numbers of partitions.
     *
     * @param other the other table
     * @param foreignKeyExtractor finds the key in the other table; null means that the entry refers to nothing
     * @param joiner makes the new value
     * @param tableJoined the name, and how the tables are partitioned
     * @param materialized how the result is kept
     */
    <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #leftJoin(KTable, BiFunction, ValueJoiner, TableJoined, Materialized)}, where the value alone tells
     * the foreign key, with the default settings and without asking for a store.
     */
    <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner);

    /**
     * As {@link #leftJoin(KTable, BiFunction, ValueJoiner, TableJoined, Materialized)}, with the default settings and
     * without asking for a store.
     */
    <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner);

    /**
     * As {@link #leftJoin(KTable, BiFunction, ValueJoiner, TableJoined, Materialized)}, where the value alone tells
     * the foreign key and without asking for a store.
     */
    <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined);

    /**
     * As {@link #leftJoin(KTable, BiFunction, ValueJoiner, TableJoined, Materialized)}, without asking for a store.
     */
    <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined);

    /**
     * As {@link #leftJoin(KTable, BiFunction, ValueJoiner, TableJoined, Materialized)}, where the value alone tells
     * the foreign key and with the default settings.
     */
    <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #leftJoin(KTable, BiFunction, ValueJoiner, TableJoined, Materialized)}, with the default settings.
     */
    <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * As {@link #leftJoin(KTable, BiFunction, ValueJoiner, TableJoined, Materialized)}, where the value alone tells
     * the foreign key.
     */
    <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * Joins as {@link #join(KTable, BiFunction, ValueJoiner, TableJoined, Materialized)}, and has the entries that
     * find nothing as well, with null in place of the other.
     */
    <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    /** The name under which the table can be queried, null if it has no store to be queried. */
    String queryableStoreName();
}
