package dev.millrace.topology.dsl.shorthand;

import static dev.millrace.topology.dsl.shorthand.Arguments.keyIgnored;
import static dev.millrace.topology.dsl.shorthand.Arguments.some;

import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.TableJoined;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.topology.definition.JoinKind;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The overloads of the joins of {@link KTable}. */
abstract class TableJoinShorthands<K, V> implements KTable<K, V> {

    // ---- one method per kind of join; null stands for "not given" ----

    protected abstract <VO, VR> KTable<K, VR> joined(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            @Nullable Named named,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            JoinKind kind);

    protected abstract <VR, KO, VO> KTable<K, VR> joinedByForeignKey(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKey,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            @Nullable TableJoined<K, KO> tableJoined,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            boolean left);

    @Override
    public final <VO, VR> KTable<K, VR> join(
            KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner) {
        return joined(some(other, "other"), some(joiner, "joiner"), null, null, JoinKind.INNER);
    }

    @Override
    public final <VO, VR> KTable<K, VR> join(
            KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner, Named named) {
        return joined(some(other, "other"), some(joiner, "joiner"), some(named, "named"), null, JoinKind.INNER);
    }

    @Override
    public final <VO, VR> KTable<K, VR> join(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joined(
                some(other, "other"), some(joiner, "joiner"), null, some(materialized, "materialized"), JoinKind.INNER);
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
                JoinKind.INNER);
    }

    @Override
    public final <VO, VR> KTable<K, VR> leftJoin(
            KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner) {
        return joined(some(other, "other"), some(joiner, "joiner"), null, null, JoinKind.LEFT);
    }

    @Override
    public final <VO, VR> KTable<K, VR> leftJoin(
            KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner, Named named) {
        return joined(some(other, "other"), some(joiner, "joiner"), some(named, "named"), null, JoinKind.LEFT);
    }

    @Override
    public final <VO, VR> KTable<K, VR> leftJoin(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joined(
                some(other, "other"), some(joiner, "joiner"), null, some(materialized, "materialized"), JoinKind.LEFT);
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
                JoinKind.LEFT);
    }

    @Override
    public final <VO, VR> KTable<K, VR> outerJoin(
            KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner) {
        return joined(some(other, "other"), some(joiner, "joiner"), null, null, JoinKind.OUTER);
    }

    @Override
    public final <VO, VR> KTable<K, VR> outerJoin(
            KTable<K, VO> other, ValueJoiner<? super V, ? super VO, ? extends VR> joiner, Named named) {
        return joined(some(other, "other"), some(joiner, "joiner"), some(named, "named"), null, JoinKind.OUTER);
    }

    @Override
    public final <VO, VR> KTable<K, VR> outerJoin(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        return joined(
                some(other, "other"), some(joiner, "joiner"), null, some(materialized, "materialized"), JoinKind.OUTER);
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
                JoinKind.OUTER);
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
}
