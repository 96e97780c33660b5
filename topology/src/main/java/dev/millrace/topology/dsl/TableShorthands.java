package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.StreamShorthands.some;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KGroupedTable;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.KeyValueMapper;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Predicate;
import dev.millrace.streams.kstream.TableJoined;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.streams.kstream.ValueMapper;
import dev.millrace.streams.kstream.ValueMapperWithKey;
import dev.millrace.streams.kstream.ValueTransformerWithKeySupplier;
import dev.millrace.streams.state.KeyValueStore;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The overloads of {@link KTable}, each folded onto one method per operator; arguments are checked here. */
abstract sealed class TableShorthands<K, V> implements KTable<K, V> permits DslTable {

    // ---- one method per operator; null stands for "not given" ----

    abstract KTable<K, V> filtered(
            Predicate<? super K, ? super V> predicate,
            boolean negated,
            @Nullable Named named,
            @Nullable Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized);

    abstract <VR> KTable<K, VR> valuesMapped(
            ValueMapperWithKey<? super K, ? super V, ? extends VR> mapper,
            @Nullable Named named,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized);

    abstract <VR> KTable<K, VR> valuesTransformed(
            ValueTransformerWithKeySupplier<? super K, ? super V, ? extends VR> supplier,
            @Nullable Named named,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            String... stores);

    abstract KStream<K, V> asStream(@Nullable Named named);

    abstract <KR, VR> KGroupedTable<KR, VR> groupedBy(
            KeyValueMapper<? super K, ? super V, ? extends KeyValue<? extends KR, ? extends VR>> selector,
            @Nullable Grouped<KR, VR> grouped);

    abstract <VO, VR> KTable<K, VR> joined(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            @Nullable Named named,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            String kind);

    abstract <VR, KO, VO> KTable<K, VR> joinedByForeignKey(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKey,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            @Nullable TableJoined<K, KO> tableJoined,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            boolean left);

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

    // ---- joins ----

    @Override
    public final <VO, VR> KTable<K, VR> join(
            KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner) {
        return joined(some(other, "other"), some(joiner, "joiner"), null, null, "join");
    }

    @Override
    public final <VO, VR> KTable<K, VR> join(
            KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner, Named named) {
        return joined(some(other, "other"), some(joiner, "joiner"), some(named, "named"), null, "join");
    }

    @Override
    public final <VO, VR> KTable<K, VR> join(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joined(some(other, "other"), some(joiner, "joiner"), null, some(materialized, "materialized"), "join");
    }

    @Override
    public final <VO, VR> KTable<K, VR> join(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Named named,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joined(
                some(other, "other"),
                some(joiner, "joiner"),
                some(named, "named"),
                some(materialized, "materialized"),
                "join");
    }

    @Override
    public final <VO, VR> KTable<K, VR> leftJoin(
            KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner) {
        return joined(some(other, "other"), some(joiner, "joiner"), null, null, "leftJoin");
    }

    @Override
    public final <VO, VR> KTable<K, VR> leftJoin(
            KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner, Named named) {
        return joined(some(other, "other"), some(joiner, "joiner"), some(named, "named"), null, "leftJoin");
    }

    @Override
    public final <VO, VR> KTable<K, VR> leftJoin(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joined(
                some(other, "other"), some(joiner, "joiner"), null, some(materialized, "materialized"), "leftJoin");
    }

    @Override
    public final <VO, VR> KTable<K, VR> leftJoin(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Named named,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joined(
                some(other, "other"),
                some(joiner, "joiner"),
                some(named, "named"),
                some(materialized, "materialized"),
                "leftJoin");
    }

    @Override
    public final <VO, VR> KTable<K, VR> outerJoin(
            KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner) {
        return joined(some(other, "other"), some(joiner, "joiner"), null, null, "outerJoin");
    }

    @Override
    public final <VO, VR> KTable<K, VR> outerJoin(
            KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner, Named named) {
        return joined(some(other, "other"), some(joiner, "joiner"), some(named, "named"), null, "outerJoin");
    }

    @Override
    public final <VO, VR> KTable<K, VR> outerJoin(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joined(
                some(other, "other"), some(joiner, "joiner"), null, some(materialized, "materialized"), "outerJoin");
    }

    @Override
    public final <VO, VR> KTable<K, VR> outerJoin(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Named named,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joined(
                some(other, "other"),
                some(joiner, "joiner"),
                some(named, "named"),
                some(materialized, "materialized"),
                "outerJoin");
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner) {
        return joinedByForeignKey(
                some(other, "other"), keyIgnored(foreignKeyExtractor), some(joiner, "joiner"), null, null, false);
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner) {
        return joinedByForeignKey(
                some(other, "other"),
                some(foreignKeyExtractor, "foreignKeyExtractor"),
                some(joiner, "joiner"),
                null,
                null,
                false);
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joinedByForeignKey(
                some(other, "other"),
                keyIgnored(foreignKeyExtractor),
                some(joiner, "joiner"),
                null,
                some(materialized, "materialized"),
                false);
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joinedByForeignKey(
                some(other, "other"),
                some(foreignKeyExtractor, "foreignKeyExtractor"),
                some(joiner, "joiner"),
                null,
                some(materialized, "materialized"),
                false);
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined) {
        return joinedByForeignKey(
                some(other, "other"),
                keyIgnored(foreignKeyExtractor),
                some(joiner, "joiner"),
                some(tableJoined, "tableJoined"),
                null,
                false);
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined) {
        return joinedByForeignKey(
                some(other, "other"),
                some(foreignKeyExtractor, "foreignKeyExtractor"),
                some(joiner, "joiner"),
                some(tableJoined, "tableJoined"),
                null,
                false);
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joinedByForeignKey(
                some(other, "other"),
                keyIgnored(foreignKeyExtractor),
                some(joiner, "joiner"),
                some(tableJoined, "tableJoined"),
                some(materialized, "materialized"),
                false);
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> join(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joinedByForeignKey(
                some(other, "other"),
                some(foreignKeyExtractor, "foreignKeyExtractor"),
                some(joiner, "joiner"),
                some(tableJoined, "tableJoined"),
                some(materialized, "materialized"),
                false);
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner) {
        return joinedByForeignKey(
                some(other, "other"), keyIgnored(foreignKeyExtractor), some(joiner, "joiner"), null, null, true);
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner) {
        return joinedByForeignKey(
                some(other, "other"),
                some(foreignKeyExtractor, "foreignKeyExtractor"),
                some(joiner, "joiner"),
                null,
                null,
                true);
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joinedByForeignKey(
                some(other, "other"),
                keyIgnored(foreignKeyExtractor),
                some(joiner, "joiner"),
                null,
                some(materialized, "materialized"),
                true);
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joinedByForeignKey(
                some(other, "other"),
                some(foreignKeyExtractor, "foreignKeyExtractor"),
                some(joiner, "joiner"),
                null,
                some(materialized, "materialized"),
                true);
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined) {
        return joinedByForeignKey(
                some(other, "other"),
                keyIgnored(foreignKeyExtractor),
                some(joiner, "joiner"),
                some(tableJoined, "tableJoined"),
                null,
                true);
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined) {
        return joinedByForeignKey(
                some(other, "other"),
                some(foreignKeyExtractor, "foreignKeyExtractor"),
                some(joiner, "joiner"),
                some(tableJoined, "tableJoined"),
                null,
                true);
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            Function<? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joinedByForeignKey(
                some(other, "other"),
                keyIgnored(foreignKeyExtractor),
                some(joiner, "joiner"),
                some(tableJoined, "tableJoined"),
                some(materialized, "materialized"),
                true);
    }

    @Override
    public final <VR, KO, VO> KTable<K, VR> leftJoin(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKeyExtractor,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            TableJoined<K, KO> tableJoined,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joinedByForeignKey(
                some(other, "other"),
                some(foreignKeyExtractor, "foreignKeyExtractor"),
                some(joiner, "joiner"),
                some(tableJoined, "tableJoined"),
                some(materialized, "materialized"),
                true);
    }

    private static <K, V, R> ValueMapperWithKey<K, V, R> withKey(ValueMapper<? super V, ? extends R> mapper) {
        some(mapper, "mapper");
        return (key, value) -> mapper.apply(value);
    }

    private static <K, V, R> BiFunction<K, V, R> keyIgnored(Function<? super V, ? extends R> foreignKey) {
        some(foreignKey, "foreignKeyExtractor");
        return (key, value) -> foreignKey.apply(value);
    }
}
