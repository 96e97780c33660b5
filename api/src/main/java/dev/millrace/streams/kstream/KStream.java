package dev.millrace.streams.kstream;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.processor.TopicNameExtractor;
import dev.millrace.streams.processor.api.FixedKeyProcessorSupplier;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.state.KeyValueStore;
import org.apache.kafka.common.utils.Bytes;

/**
 * A stream of records: each one is an event of its own.
 *
 * <p>An operator gives a new stream and leaves this one as it is, so that several may be applied to the same stream.
 * Nothing runs until the topology does. A stream whose key may have changed is written to a repartition topic before
 * an operator that needs records of one key together (joins and aggregations). Used by the thread that builds the
 * topology; the functions that are given to it run on stream threads. No argument may be null: that is a {@code
 * NullPointerException}.
 *
 * <p>Source: the section "Streams DSL" of the Kafka documentation.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface KStream<K, V> {

    /** As {@link #filter(Predicate, Named)}, under a generated name. */
    KStream<K, V> filter(Predicate<? super K, ? super V> predicate);

    /** Keeps the records for which the predicate holds. */
    KStream<K, V> filter(Predicate<? super K, ? super V> predicate, Named named);

    /** As {@link #filterNot(Predicate, Named)}, under a generated name. */
    KStream<K, V> filterNot(Predicate<? super K, ? super V> predicate);

    /** Drops the records for which the predicate holds. */
    KStream<K, V> filterNot(Predicate<? super K, ? super V> predicate, Named named);

    /** As {@link #selectKey(KeyValueMapper, Named)}, under a generated name. */
    <KOut> KStream<KOut, V> selectKey(KeyValueMapper<? super K, ? super V, ? extends KOut> mapper);

    /** Gives each record a new key. The result may have to be repartitioned. */
    <KOut> KStream<KOut, V> selectKey(KeyValueMapper<? super K, ? super V, ? extends KOut> mapper, Named named);

    /** As {@link #mapValues(ValueMapperWithKey, Named)}, without looking at the key and under a generated name. */
    <VOut> KStream<K, VOut> mapValues(ValueMapper<? super V, ? extends VOut> mapper);

    /** As {@link #mapValues(ValueMapperWithKey, Named)}, without looking at the key. */
    <VOut> KStream<K, VOut> mapValues(ValueMapper<? super V, ? extends VOut> mapper, Named named);

    /** As {@link #mapValues(ValueMapperWithKey, Named)}, under a generated name. */
    <VOut> KStream<K, VOut> mapValues(ValueMapperWithKey<? super K, ? super V, ? extends VOut> mapper);

    /** Gives each record a new value. The key must not be changed; the result stays partitioned as it is. */
    <VOut> KStream<K, VOut> mapValues(ValueMapperWithKey<? super K, ? super V, ? extends VOut> mapper, Named named);

    /** As {@link #map(KeyValueMapper, Named)}, under a generated name. */
    <KOut, VOut> KStream<KOut, VOut> map(
            KeyValueMapper<? super K, ? super V, ? extends KeyValue<? extends KOut, ? extends VOut>> mapper);

    /**
     * Gives each record a new key and a new value. The result may have to be repartitioned; {@code mapValues} spares
     * that.
     */
    <KOut, VOut> KStream<KOut, VOut> map(
            KeyValueMapper<? super K, ? super V, ? extends KeyValue<? extends KOut, ? extends VOut>> mapper,
            Named named);

    /** As {@link #flatMap(KeyValueMapper, Named)}, under a generated name. */
    <KOut, VOut> KStream<KOut, VOut> flatMap(
            KeyValueMapper<? super K, ? super V, ? extends Iterable<? extends KeyValue<? extends KOut, ? extends VOut>>>
                    mapper);

    /**
     * Replaces each record by any number of others, with new keys and values. The result may have to be
     * repartitioned; {@code flatMapValues} spares that.
     */
    <KR, VOut> KStream<KR, VOut> flatMap(
            KeyValueMapper<? super K, ? super V, ? extends Iterable<? extends KeyValue<? extends KR, ? extends VOut>>>
                    mapper,
            Named named);

    /**
     * As {@link #flatMapValues(ValueMapperWithKey, Named)}, without looking at the key and under a generated name.
     */
    <VOut> KStream<K, VOut> flatMapValues(ValueMapper<? super V, ? extends Iterable<? extends VOut>> mapper);

    /** As {@link #flatMapValues(ValueMapperWithKey, Named)}, without looking at the key. */
    <VOut> KStream<K, VOut> flatMapValues(
            ValueMapper<? super V, ? extends Iterable<? extends VOut>> mapper, Named named);

    /** As {@link #flatMapValues(ValueMapperWithKey, Named)}, under a generated name. */
    <VOut> KStream<K, VOut> flatMapValues(
            ValueMapperWithKey<? super K, ? super V, ? extends Iterable<? extends VOut>> mapper);

    /**
     * Replaces each record by any number of others with the same key. The key must not be changed; the result stays
     * partitioned as it is.
     */
    <VOut> KStream<K, VOut> flatMapValues(
            ValueMapperWithKey<? super K, ? super V, ? extends Iterable<? extends VOut>> mapper, Named named);

    /** Prints each record, and ends the stream. */
    void print(Printed<K, V> printed);

    /** As {@link #foreach(ForeachAction, Named)}, under a generated name. */
    void foreach(ForeachAction<? super K, ? super V> action);

    /** Does something with each record, and ends the stream. What is done may happen again after a failure. */
    void foreach(ForeachAction<? super K, ? super V> action, Named named);

    /** As {@link #peek(ForeachAction, Named)}, under a generated name. */
    KStream<K, V> peek(ForeachAction<? super K, ? super V> action);

    /** Does something with each record as it passes. What is done may happen again after a failure. */
    KStream<K, V> peek(ForeachAction<? super K, ? super V> action, Named named);

    /** As {@link #split(Named)}, under a generated name. */
    BranchedKStream<K, V> split();

    /**
     * Splits the stream into branches (KIP-418): each record goes to the first branch whose predicate holds. The name
     * is the beginning of the names of the branches.
     */
    BranchedKStream<K, V> split(Named named);

    /** As {@link #merge(KStream, Named)}, under a generated name. */
    KStream<K, V> merge(KStream<K, V> otherStream);

    /** Puts the records of two streams into one. There is no order between records of the two. */
    KStream<K, V> merge(KStream<K, V> otherStream, Named named);

    /** As {@link #repartition(Repartitioned)}, with the default settings. */
    KStream<K, V> repartition();

    /** Sends the records through a topic that the library creates and purges (KIP-221). */
    KStream<K, V> repartition(Repartitioned<K, V> repartitioned);

    /** As {@link #to(String, Produced)}, with the default serdes and partitioner. */
    void to(String topic);

    /** Writes the records to a topic, which must exist, and ends the stream. */
    void to(String topic, Produced<K, V> produced);

    /** As {@link #to(TopicNameExtractor, Produced)}, with the default serdes and partitioner. */
    void to(TopicNameExtractor<K, V> topicExtractor);

    /** Writes each record to the topic that is chosen for it, which must exist, and ends the stream (KIP-303). */
    void to(TopicNameExtractor<K, V> topicExtractor, Produced<K, V> produced);

    /** As {@link #toTable(Named, Materialized)}, under a generated name and in a store with a generated name. */
    KTable<K, V> toTable();

    /** As {@link #toTable(Named, Materialized)}, in a store with a generated name. */
    KTable<K, V> toTable(Named named);

    /** As {@link #toTable(Named, Materialized)}, under a generated name. */
    KTable<K, V> toTable(Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized);

    /**
     * Reads the stream as the changes of a table: the last value of a key counts, and no value deletes it (KIP-523).
     * Records without a key are dropped.
     */
    KTable<K, V> toTable(Named named, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized);

    /** As {@link #groupByKey(Grouped)}, with the default serdes. */
    KGroupedStream<K, V> groupByKey();

    /** Groups the records by the key they have. Records without a key are dropped by what comes after. */
    KGroupedStream<K, V> groupByKey(Grouped<K, V> grouped);

    /** As {@link #groupBy(KeyValueMapper, Grouped)}, with the default serdes. */
    <KOut> KGroupedStream<KOut, V> groupBy(KeyValueMapper<? super K, ? super V, KOut> keySelector);

    /** Groups the records by a new key. The records are repartitioned. Those without a new key are dropped. */
    <KOut> KGroupedStream<KOut, V> groupBy(
            KeyValueMapper<? super K, ? super V, KOut> keySelector, Grouped<KOut, V> grouped);

    /**
     * As {@link #join(KStream, ValueJoinerWithKey, JoinWindows, StreamJoined)}, without looking at the key and with
     * the default settings.
     */
    <VRight, VOut> KStream<K, VOut> join(
            KStream<K, VRight> rightStream,
            ValueJoiner<? super V, ? super VRight, ? extends VOut> joiner,
            JoinWindows windows);

    /** As {@link #join(KStream, ValueJoinerWithKey, JoinWindows, StreamJoined)}, with the default settings. */
    <VRight, VOut> KStream<K, VOut> join(
            KStream<K, VRight> rightStream,
            ValueJoinerWithKey<? super K, ? super V, ? super VRight, ? extends VOut> joiner,
            JoinWindows windows);

    /** As {@link #join(KStream, ValueJoinerWithKey, JoinWindows, StreamJoined)}, without looking at the key. */
    <VRight, VOut> KStream<K, VOut> join(
            KStream<K, VRight> rightStream,
            ValueJoiner<? super V, ? super VRight, ? extends VOut> joiner,
            JoinWindows windows,
            StreamJoined<K, V, VRight> streamJoined);

    /**
     * Joins records of the two streams that have the same key and are not further apart than the windows say: each
     * such pair gives a record, with the later of the two timestamps. Both streams must have as many partitions,
     * unless they are repartitioned. Records without a key or a value are dropped.
     *
     * @param rightStream the other stream
     * @param joiner makes the new value
     * @param windows how far apart the records may be
     * @param streamJoined serdes, names and stores
     * @return the pairs
     */
    <VRight, VOut> KStream<K, VOut> join(
            KStream<K, VRight> rightStream,
            ValueJoinerWithKey<? super K, ? super V, ? super VRight, ? extends VOut> joiner,
            JoinWindows windows,
            StreamJoined<K, V, VRight> streamJoined);

    /**
     * As {@link #leftJoin(KStream, ValueJoinerWithKey, JoinWindows, StreamJoined)}, without looking at the key and
     * with the default settings.
     */
    <VRight, VOut> KStream<K, VOut> leftJoin(
            KStream<K, VRight> rightStream,
            ValueJoiner<? super V, ? super VRight, ? extends VOut> joiner,
            JoinWindows windows);

    /** As {@link #leftJoin(KStream, ValueJoinerWithKey, JoinWindows, StreamJoined)}, with the default settings. */
    <VRight, VOut> KStream<K, VOut> leftJoin(
            KStream<K, VRight> rightStream,
            ValueJoinerWithKey<? super K, ? super V, ? super VRight, ? extends VOut> joiner,
            JoinWindows windows);

    /** As {@link #leftJoin(KStream, ValueJoinerWithKey, JoinWindows, StreamJoined)}, without looking at the key. */
    <VRight, VOut> KStream<K, VOut> leftJoin(
            KStream<K, VRight> rightStream,
            ValueJoiner<? super V, ? super VRight, ? extends VOut> joiner,
            JoinWindows windows,
            StreamJoined<K, V, VRight> streamJoined);

    /**
     * Joins as {@link #join(KStream, ValueJoinerWithKey, JoinWindows, StreamJoined)}, and gives the records of this
     * stream that find no partner as well, with null in its place, once the window has closed.
     */
    <VRight, VOut> KStream<K, VOut> leftJoin(
            KStream<K, VRight> rightStream,
            ValueJoinerWithKey<? super K, ? super V, ? super VRight, ? extends VOut> joiner,
            JoinWindows windows,
            StreamJoined<K, V, VRight> streamJoined);

    /**
     * As {@link #outerJoin(KStream, ValueJoinerWithKey, JoinWindows, StreamJoined)}, without looking at the key and
     * with the default settings.
     */
    <VRight, VOut> KStream<K, VOut> outerJoin(
            KStream<K, VRight> otherStream,
            ValueJoiner<? super V, ? super VRight, ? extends VOut> joiner,
            JoinWindows windows);

    /** As {@link #outerJoin(KStream, ValueJoinerWithKey, JoinWindows, StreamJoined)}, with the default settings. */
    <VRight, VOut> KStream<K, VOut> outerJoin(
            KStream<K, VRight> otherStream,
            ValueJoinerWithKey<? super K, ? super V, ? super VRight, ? extends VOut> joiner,
            JoinWindows windows);

    /** As {@link #outerJoin(KStream, ValueJoinerWithKey, JoinWindows, StreamJoined)}, without looking at the key. */
    <VRight, VOut> KStream<K, VOut> outerJoin(
            KStream<K, VRight> otherStream,
            ValueJoiner<? super V, ? super VRight, ? extends VOut> joiner,
            JoinWindows windows,
            StreamJoined<K, V, VRight> streamJoined);

    /**
     * Joins as {@link #join(KStream, ValueJoinerWithKey, JoinWindows, StreamJoined)}, and gives the records of both
     * streams that find no partner as well, with null in its place, once the window has closed.
     */
    <VRight, VOut> KStream<K, VOut> outerJoin(
            KStream<K, VRight> otherStream,
            ValueJoinerWithKey<? super K, ? super V, ? super VRight, ? extends VOut> joiner,
            JoinWindows windows,
            StreamJoined<K, V, VRight> streamJoined);

    /**
     * As {@link #join(KTable, ValueJoinerWithKey, Joined)}, without looking at the key and with the default settings.
     */
    <TableValue, VOut> KStream<K, VOut> join(
            KTable<K, TableValue> table, ValueJoiner<? super V, ? super TableValue, ? extends VOut> joiner);

    /** As {@link #join(KTable, ValueJoinerWithKey, Joined)}, with the default settings. */
    <TableValue, VOut> KStream<K, VOut> join(
            KTable<K, TableValue> table,
            ValueJoinerWithKey<? super K, ? super V, ? super TableValue, ? extends VOut> joiner);

    /** As {@link #join(KTable, ValueJoinerWithKey, Joined)}, without looking at the key. */
    <TableValue, VOut> KStream<K, VOut> join(
            KTable<K, TableValue> table,
            ValueJoiner<? super V, ? super TableValue, ? extends VOut> joiner,
            Joined<K, V, TableValue> joined);

    /**
     * Joins each record with what the table has for its key at that moment. Records that find nothing are dropped, as
     * are those without a key. The table's changes give no records. Stream and table must have as many partitions,
     * unless the stream is repartitioned. With a grace period, which needs a versioned table, a record waits and
     * meets what the table had at its time (KIP-923).
     *
     * @param table the table
     * @param joiner makes the new value
     * @param joined serdes, name and grace period
     * @return the joined records
     */
    <TableValue, VOut> KStream<K, VOut> join(
            KTable<K, TableValue> table,
            ValueJoinerWithKey<? super K, ? super V, ? super TableValue, ? extends VOut> joiner,
            Joined<K, V, TableValue> joined);

    /**
     * As {@link #leftJoin(KTable, ValueJoinerWithKey, Joined)}, without looking at the key and with the default
     * settings.
     */
    <VTable, VOut> KStream<K, VOut> leftJoin(
            KTable<K, VTable> table, ValueJoiner<? super V, ? super VTable, ? extends VOut> joiner);

    /** As {@link #leftJoin(KTable, ValueJoinerWithKey, Joined)}, with the default settings. */
    <VTable, VOut> KStream<K, VOut> leftJoin(
            KTable<K, VTable> table, ValueJoinerWithKey<? super K, ? super V, ? super VTable, ? extends VOut> joiner);

    /** As {@link #leftJoin(KTable, ValueJoinerWithKey, Joined)}, without looking at the key. */
    <VTable, VOut> KStream<K, VOut> leftJoin(
            KTable<K, VTable> table,
            ValueJoiner<? super V, ? super VTable, ? extends VOut> joiner,
            Joined<K, V, VTable> joined);

    /**
     * Joins as {@link #join(KTable, ValueJoinerWithKey, Joined)}, and gives the records that find nothing as well,
     * with null in its place.
     */
    <VTable, VOut> KStream<K, VOut> leftJoin(
            KTable<K, VTable> table,
            ValueJoinerWithKey<? super K, ? super V, ? super VTable, ? extends VOut> joiner,
            Joined<K, V, VTable> joined);

    /**
     * As {@link #join(GlobalKTable, KeyValueMapper, ValueJoinerWithKey, Named)}, without looking at the key and under
     * a generated name.
     */
    <GlobalKey, GlobalValue, VOut> KStream<K, VOut> join(
            GlobalKTable<GlobalKey, GlobalValue> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GlobalKey> keySelector,
            ValueJoiner<? super V, ? super GlobalValue, ? extends VOut> joiner);

    /** As {@link #join(GlobalKTable, KeyValueMapper, ValueJoinerWithKey, Named)}, under a generated name. */
    <GlobalKey, GlobalValue, VOut> KStream<K, VOut> join(
            GlobalKTable<GlobalKey, GlobalValue> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GlobalKey> keySelector,
            ValueJoinerWithKey<? super K, ? super V, ? super GlobalValue, ? extends VOut> joiner);

    /** As {@link #join(GlobalKTable, KeyValueMapper, ValueJoinerWithKey, Named)}, without looking at the key. */
    <GlobalKey, GlobalValue, VOut> KStream<K, VOut> join(
            GlobalKTable<GlobalKey, GlobalValue> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GlobalKey> keySelector,
            ValueJoiner<? super V, ? super GlobalValue, ? extends VOut> joiner,
            Named named);

    /**
     * Joins each record with what the global table has for a key that is computed from it. Records that find nothing,
     * or for which the key is null, are dropped. Nothing is repartitioned.
     *
     * @param globalTable the table
     * @param keySelector finds the key in the table
     * @param joiner makes the new value; it gets the key of this stream
     * @param named the name
     * @return the joined records
     */
    <GlobalKey, GlobalValue, VOut> KStream<K, VOut> join(
            GlobalKTable<GlobalKey, GlobalValue> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GlobalKey> keySelector,
            ValueJoinerWithKey<? super K, ? super V, ? super GlobalValue, ? extends VOut> joiner,
            Named named);

    /**
     * As {@link #leftJoin(GlobalKTable, KeyValueMapper, ValueJoinerWithKey, Named)}, without looking at the key and
     * under a generated name.
     */
    <GlobalKey, GlobalValue, VOut> KStream<K, VOut> leftJoin(
            GlobalKTable<GlobalKey, GlobalValue> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GlobalKey> keySelector,
            ValueJoiner<? super V, ? super GlobalValue, ? extends VOut> joiner);

    /** As {@link #leftJoin(GlobalKTable, KeyValueMapper, ValueJoinerWithKey, Named)}, under a generated name. */
    <GlobalKey, GlobalValue, VOut> KStream<K, VOut> leftJoin(
            GlobalKTable<GlobalKey, GlobalValue> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GlobalKey> keySelector,
            ValueJoinerWithKey<? super K, ? super V, ? super GlobalValue, ? extends VOut> joiner);

    /** As {@link #leftJoin(GlobalKTable, KeyValueMapper, ValueJoinerWithKey, Named)}, without looking at the key. */
    <GlobalKey, GlobalValue, VOut> KStream<K, VOut> leftJoin(
            GlobalKTable<GlobalKey, GlobalValue> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GlobalKey> keySelector,
            ValueJoiner<? super V, ? super GlobalValue, ? extends VOut> joiner,
            Named named);

    /**
     * Joins as {@link #join(GlobalKTable, KeyValueMapper, ValueJoinerWithKey, Named)}, and gives the records that
     * find nothing as well, with null in its place.
     */
    <GlobalKey, GlobalValue, VOut> KStream<K, VOut> leftJoin(
            GlobalKTable<GlobalKey, GlobalValue> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GlobalKey> keySelector,
            ValueJoinerWithKey<? super K, ? super V, ? super GlobalValue, ? extends VOut> joiner,
            Named named);

    /** As {@link #process(ProcessorSupplier, Named, String...)}, under a generated name. */
    <KOut, VOut> KStream<KOut, VOut> process(
            ProcessorSupplier<? super K, ? super V, ? extends KOut, ? extends VOut> processorSupplier,
            String... stateStoreNames);

    /**
     * Sends each record through a processor (KIP-820). The result may have to be repartitioned; {@code processValues}
     * spares that.
     *
     * @param processorSupplier makes the processors, and may bring stores
     * @param named the name
     * @param stateStoreNames the stores the processors use, which are in the topology already
     * @return what the processors send on
     */
    <KOut, VOut> KStream<KOut, VOut> process(
            ProcessorSupplier<? super K, ? super V, ? extends KOut, ? extends VOut> processorSupplier,
            Named named,
            String... stateStoreNames);

    /** As {@link #processValues(FixedKeyProcessorSupplier, Named, String...)}, under a generated name. */
    <VOut> KStream<K, VOut> processValues(
            FixedKeyProcessorSupplier<? super K, ? super V, ? extends VOut> processorSupplier,
            String... stateStoreNames);

    /**
     * Sends each record through a processor that cannot change keys (KIP-820).
     *
     * @param processorSupplier makes the processors, and may bring stores
     * @param named the name
     * @param stateStoreNames the stores the processors use, which are in the topology already
     * @return what the processors send on
     */
    <VOut> KStream<K, VOut> processValues(
            FixedKeyProcessorSupplier<? super K, ? super V, ? extends VOut> processorSupplier,
            Named named,
            String... stateStoreNames);
}
