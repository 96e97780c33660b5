package dev.millrace.streams.kstream;

import dev.millrace.streams.state.KeyValueStore;
import org.apache.kafka.common.utils.Bytes;

public interface CogroupedKStream<K, VOut> {

    <V> CogroupedKStream<K, VOut> cogroup(
            KGroupedStream<K, V> groupedStream, Aggregator<? super K, ? super V, VOut> aggregator);

    KTable<K, VOut> aggregate(Initializer<VOut> initializer);

    KTable<K, VOut> aggregate(Initializer<VOut> initializer, Named named);

    KTable<K, VOut> aggregate(
            Initializer<VOut> initializer, Materialized<K, VOut, KeyValueStore<Bytes, byte[]>> materialized);

    KTable<K, VOut> aggregate(
            Initializer<VOut> initializer,
            Named named,
            Materialized<K, VOut, KeyValueStore<Bytes, byte[]>> materialized);

    <W extends Window> TimeWindowedCogroupedKStream<K, VOut> windowedBy(Windows<W> windows);

    TimeWindowedCogroupedKStream<K, VOut> windowedBy(SlidingWindows windows);

    SessionWindowedCogroupedKStream<K, VOut> windowedBy(SessionWindows windows);
}
