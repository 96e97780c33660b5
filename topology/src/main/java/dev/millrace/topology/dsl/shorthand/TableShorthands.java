package dev.millrace.topology.dsl.shorthand;

import static dev.millrace.topology.dsl.shorthand.Arguments.some;
import static dev.millrace.topology.dsl.shorthand.Arguments.withKey;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KGroupedTable;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.KeyValueMapper;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Predicate;
import dev.millrace.streams.kstream.ValueMapper;
import dev.millrace.streams.kstream.ValueMapperWithKey;
import dev.millrace.streams.kstream.ValueTransformerWithKeySupplier;
import dev.millrace.streams.state.KeyValueStore;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The overloads of {@link KTable}, each folded onto one method per operator; arguments are checked here. */
public abstract class TableShorthands<K, V> extends TableJoinShorthands<K, V> {

    /**
     * The serde of the keys, null if none is known. Not part of the API: in the drop-in jar this class has the name of the
     * reference's table, of which well-known libraries ask it.
     */
    public abstract @Nullable Serde<K> keySerde();

    // ---- one method per operator; null stands for "not given" ----

    protected abstract KTable<K, V> filtered(
            Predicate<? super K, ? super V> predicate,
            boolean negated,
            @Nullable Named named,
            @Nullable Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized);

    protected abstract <VR> KTable<K, VR> valuesMapped(
            ValueMapperWithKey<? super K, ? super V, ? extends VR> mapper,
            @Nullable Named named,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    protected abstract <VR> KTable<K, VR> valuesTransformed(
            ValueTransformerWithKeySupplier<? super K, ? super V, ? extends VR> supplier,
            @Nullable Named named,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            String... stores);

    protected abstract KStream<K, V> asStream(@Nullable Named named);

    protected abstract <KR, VR> KGroupedTable<KR, VR> groupedBy(
            KeyValueMapper<? super K, ? super V, ? extends KeyValue<? extends KR, ? extends VR>> selector,
            @Nullable Grouped<KR, VR> grouped);

    // ---- rows ----

    @Override
    public final KTable<K, V> filter(Predicate<? super K, ? super V> predicate) {
        return filtered(some(predicate, "predicate"), false, null, null);
    }

    @Override
    public final KTable<K, V> filter(Predicate<? super K, ? super V> predicate, Named named) {
        return filtered(some(predicate, "predicate"), false, some(named, "named"), null);
    }

    @Override
    public final KTable<K, V> filter(
            Predicate<? super K, ? super V> predicate, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        return filtered(some(predicate, "predicate"), false, null, some(materialized, "materialized"));
    }

    @Override
    public final KTable<K, V> filter(
            Predicate<? super K, ? super V> predicate,
            Named named,
            Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        return filtered(some(predicate, "predicate"), false, some(named, "named"), some(materialized, "materialized"));
    }

    @Override
    public final KTable<K, V> filterNot(Predicate<? super K, ? super V> predicate) {
        return filtered(some(predicate, "predicate"), true, null, null);
    }

    @Override
    public final KTable<K, V> filterNot(Predicate<? super K, ? super V> predicate, Named named) {
        return filtered(some(predicate, "predicate"), true, some(named, "named"), null);
    }

    @Override
    public final KTable<K, V> filterNot(
            Predicate<? super K, ? super V> predicate, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        return filtered(some(predicate, "predicate"), true, null, some(materialized, "materialized"));
    }

    @Override
    public final KTable<K, V> filterNot(
            Predicate<? super K, ? super V> predicate,
            Named named,
            Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        return filtered(some(predicate, "predicate"), true, some(named, "named"), some(materialized, "materialized"));
    }

    @Override
    public final <VR> KTable<K, VR> mapValues(ValueMapper<? super V, ? extends VR> mapper) {
        return valuesMapped(withKey(mapper), null, null);
    }

    @Override
    public final <VR> KTable<K, VR> mapValues(ValueMapper<? super V, ? extends VR> mapper, Named named) {
        return valuesMapped(withKey(mapper), some(named, "named"), null);
    }

    @Override
    public final <VR> KTable<K, VR> mapValues(
            ValueMapper<? super V, ? extends VR> mapper,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return valuesMapped(withKey(mapper), null, some(materialized, "materialized"));
    }

    @Override
    public final <VR> KTable<K, VR> mapValues(
            ValueMapper<? super V, ? extends VR> mapper,
            Named named,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return valuesMapped(withKey(mapper), some(named, "named"), some(materialized, "materialized"));
    }

    @Override
    public final <VR> KTable<K, VR> mapValues(ValueMapperWithKey<? super K, ? super V, ? extends VR> mapper) {
        return valuesMapped(some(mapper, "mapper"), null, null);
    }

    @Override
    public final <VR> KTable<K, VR> mapValues(
            ValueMapperWithKey<? super K, ? super V, ? extends VR> mapper, Named named) {
        return valuesMapped(some(mapper, "mapper"), some(named, "named"), null);
    }

    @Override
    public final <VR> KTable<K, VR> mapValues(
            ValueMapperWithKey<? super K, ? super V, ? extends VR> mapper,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return valuesMapped(some(mapper, "mapper"), null, some(materialized, "materialized"));
    }

    @Override
    public final <VR> KTable<K, VR> mapValues(
            ValueMapperWithKey<? super K, ? super V, ? extends VR> mapper,
            Named named,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return valuesMapped(some(mapper, "mapper"), some(named, "named"), some(materialized, "materialized"));
    }

    @Override
    public final <VR> KTable<K, VR> transformValues(
            ValueTransformerWithKeySupplier<? super K, ? super V, ? extends VR> transformerSupplier,
            String... stateStoreNames) {
        return valuesTransformed(some(transformerSupplier, "transformerSupplier"), null, null, stateStoreNames);
    }

    @Override
    public final <VR> KTable<K, VR> transformValues(
            ValueTransformerWithKeySupplier<? super K, ? super V, ? extends VR> transformerSupplier,
            Named named,
            String... stateStoreNames) {
        return valuesTransformed(
                some(transformerSupplier, "transformerSupplier"), some(named, "named"), null, stateStoreNames);
    }

    @Override
    public final <VR> KTable<K, VR> transformValues(
            ValueTransformerWithKeySupplier<? super K, ? super V, ? extends VR> transformerSupplier,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            String... stateStoreNames) {
        return valuesTransformed(
                some(transformerSupplier, "transformerSupplier"),
                null,
                some(materialized, "materialized"),
                stateStoreNames);
    }

    @Override
    public final <VR> KTable<K, VR> transformValues(
            ValueTransformerWithKeySupplier<? super K, ? super V, ? extends VR> transformerSupplier,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            Named named,
            String... stateStoreNames) {
        return valuesTransformed(
                some(transformerSupplier, "transformerSupplier"),
                some(named, "named"),
                some(materialized, "materialized"),
                stateStoreNames);
    }

    // ---- streams and groups ----

    @Override
    public final KStream<K, V> toStream() {
        return asStream(null);
    }

    @Override
    public final KStream<K, V> toStream(Named named) {
        return asStream(some(named, "named"));
    }

    @Override
    public final <KR> KStream<KR, V> toStream(KeyValueMapper<? super K, ? super V, ? extends KR> mapper) {
        return asStream(null).selectKey(mapper);
    }

    @Override
    public final <KR> KStream<KR, V> toStream(KeyValueMapper<? super K, ? super V, ? extends KR> mapper, Named named) {
        return asStream(some(named, "named")).selectKey(mapper);
    }

    @Override
    public final <KR, VR> KGroupedTable<KR, VR> groupBy(
            KeyValueMapper<? super K, ? super V, ? extends KeyValue<? extends KR, ? extends VR>> selector) {
        return groupedBy(some(selector, "selector"), null);
    }

    @Override
    public final <KR, VR> KGroupedTable<KR, VR> groupBy(
            KeyValueMapper<? super K, ? super V, ? extends KeyValue<? extends KR, ? extends VR>> selector,
            Grouped<KR, VR> grouped) {
        return groupedBy(some(selector, "selector"), some(grouped, "grouped"));
    }
}
