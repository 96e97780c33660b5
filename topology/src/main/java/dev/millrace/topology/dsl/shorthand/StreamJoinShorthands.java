package dev.millrace.topology.dsl.shorthand;

import static dev.millrace.topology.dsl.shorthand.Arguments.some;
import static dev.millrace.topology.dsl.shorthand.Arguments.withKey;

import dev.millrace.streams.kstream.GlobalKTable;
import dev.millrace.streams.kstream.JoinWindows;
import dev.millrace.streams.kstream.Joined;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.KeyValueMapper;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.StreamJoined;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.streams.kstream.ValueJoinerWithKey;
import dev.millrace.topology.definition.JoinKind;
import org.jspecify.annotations.Nullable;

/** The overloads of the joins of {@link KStream}. */
abstract class StreamJoinShorthands<K, V> implements KStream<K, V> {

    // ---- one method per kind of join; null stands for "not given" ----

    protected abstract <T, R> KStream<K, R> joinedWithTable(
            KTable<K, T> table,
            ValueJoinerWithKey<? super K, ? super V, ? super T, ? extends R> joiner,
            Joined<K, V, T> joined,
            boolean left);

    protected abstract <GK, GV, R> KStream<K, R> joinedWithGlobalTable(
            GlobalKTable<GK, GV> table,
            KeyValueMapper<? super K, ? super V, ? extends GK> keySelector,
            ValueJoinerWithKey<? super K, ? super V, ? super GV, ? extends R> joiner,
            @Nullable Named named,
            boolean left);

    protected abstract <VO, R> KStream<K, R> joinedWithStream(
            KStream<K, VO> other,
            ValueJoinerWithKey<? super K, ? super V, ? super VO, ? extends R> joiner,
            JoinWindows windows,
            @Nullable StreamJoined<K, V, VO> streamJoined,
            JoinKind kind);

    @Override
    public final <T, R> KStream<K, R> join(KTable<K, T> table, ValueJoiner<? super V, ? super T, ? extends R> joiner) {
        return joinedWithTable(some(table, "table"), withKey(joiner), Joined.with(null, null, null), false);
    }

    @Override
    public final <T, R> KStream<K, R> join(
            KTable<K, T> table, ValueJoinerWithKey<? super K, ? super V, ? super T, ? extends R> joiner) {
        return joinedWithTable(some(table, "table"), some(joiner, "joiner"), Joined.with(null, null, null), false);
    }

    @Override
    public final <T, R> KStream<K, R> join(
            KTable<K, T> table, ValueJoiner<? super V, ? super T, ? extends R> joiner, Joined<K, V, T> joined) {
        return joinedWithTable(some(table, "table"), withKey(joiner), some(joined, "joined"), false);
    }

    @Override
    public final <T, R> KStream<K, R> join(
            KTable<K, T> table,
            ValueJoinerWithKey<? super K, ? super V, ? super T, ? extends R> joiner,
            Joined<K, V, T> joined) {
        return joinedWithTable(some(table, "table"), some(joiner, "joiner"), some(joined, "joined"), false);
    }

    @Override
    public final <T, R> KStream<K, R> leftJoin(
            KTable<K, T> table, ValueJoiner<? super V, ? super T, ? extends R> joiner) {
        return joinedWithTable(some(table, "table"), withKey(joiner), Joined.with(null, null, null), true);
    }

    @Override
    public final <T, R> KStream<K, R> leftJoin(
            KTable<K, T> table, ValueJoinerWithKey<? super K, ? super V, ? super T, ? extends R> joiner) {
        return joinedWithTable(some(table, "table"), some(joiner, "joiner"), Joined.with(null, null, null), true);
    }

    @Override
    public final <T, R> KStream<K, R> leftJoin(
            KTable<K, T> table, ValueJoiner<? super V, ? super T, ? extends R> joiner, Joined<K, V, T> joined) {
        return joinedWithTable(some(table, "table"), withKey(joiner), some(joined, "joined"), true);
    }

    @Override
    public final <T, R> KStream<K, R> leftJoin(
            KTable<K, T> table,
            ValueJoinerWithKey<? super K, ? super V, ? super T, ? extends R> joiner,
            Joined<K, V, T> joined) {
        return joinedWithTable(some(table, "table"), some(joiner, "joiner"), some(joined, "joined"), true);
    }

    @Override
    public final <GK, GV, R> KStream<K, R> join(
            GlobalKTable<GK, GV> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GK> keySelector,
            ValueJoiner<? super V, ? super GV, ? extends R> joiner) {
        return joinedWithGlobalTable(
                some(globalTable, "globalTable"), some(keySelector, "keySelector"), withKey(joiner), null, false);
    }

    @Override
    public final <GK, GV, R> KStream<K, R> join(
            GlobalKTable<GK, GV> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GK> keySelector,
            ValueJoinerWithKey<? super K, ? super V, ? super GV, ? extends R> joiner) {
        return joinedWithGlobalTable(
                some(globalTable, "globalTable"),
                some(keySelector, "keySelector"),
                some(joiner, "joiner"),
                null,
                false);
    }

    @Override
    public final <GK, GV, R> KStream<K, R> join(
            GlobalKTable<GK, GV> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GK> keySelector,
            ValueJoiner<? super V, ? super GV, ? extends R> joiner,
            Named named) {
        return joinedWithGlobalTable(
                some(globalTable, "globalTable"),
                some(keySelector, "keySelector"),
                withKey(joiner),
                some(named, "named"),
                false);
    }

    @Override
    public final <GK, GV, R> KStream<K, R> join(
            GlobalKTable<GK, GV> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GK> keySelector,
            ValueJoinerWithKey<? super K, ? super V, ? super GV, ? extends R> joiner,
            Named named) {
        return joinedWithGlobalTable(
                some(globalTable, "globalTable"),
                some(keySelector, "keySelector"),
                some(joiner, "joiner"),
                some(named, "named"),
                false);
    }

    @Override
    public final <GK, GV, R> KStream<K, R> leftJoin(
            GlobalKTable<GK, GV> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GK> keySelector,
            ValueJoiner<? super V, ? super GV, ? extends R> joiner) {
        return joinedWithGlobalTable(
                some(globalTable, "globalTable"), some(keySelector, "keySelector"), withKey(joiner), null, true);
    }

    @Override
    public final <GK, GV, R> KStream<K, R> leftJoin(
            GlobalKTable<GK, GV> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GK> keySelector,
            ValueJoinerWithKey<? super K, ? super V, ? super GV, ? extends R> joiner) {
        return joinedWithGlobalTable(
                some(globalTable, "globalTable"), some(keySelector, "keySelector"), some(joiner, "joiner"), null, true);
    }

    @Override
    public final <GK, GV, R> KStream<K, R> leftJoin(
            GlobalKTable<GK, GV> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GK> keySelector,
            ValueJoiner<? super V, ? super GV, ? extends R> joiner,
            Named named) {
        return joinedWithGlobalTable(
                some(globalTable, "globalTable"),
                some(keySelector, "keySelector"),
                withKey(joiner),
                some(named, "named"),
                true);
    }

    @Override
    public final <GK, GV, R> KStream<K, R> leftJoin(
            GlobalKTable<GK, GV> globalTable,
            KeyValueMapper<? super K, ? super V, ? extends GK> keySelector,
            ValueJoinerWithKey<? super K, ? super V, ? super GV, ? extends R> joiner,
            Named named) {
        return joinedWithGlobalTable(
                some(globalTable, "globalTable"),
                some(keySelector, "keySelector"),
                some(joiner, "joiner"),
                some(named, "named"),
                true);
    }

    @Override
    public final <VO, R> KStream<K, R> join(
            KStream<K, VO> otherStream, ValueJoiner<? super V, ? super VO, ? extends R> joiner, JoinWindows windows) {
        return joinedWithStream(
                some(otherStream, "otherStream"), withKey(joiner), some(windows, "windows"), null, JoinKind.INNER);
    }

    @Override
    public final <VO, R> KStream<K, R> join(
            KStream<K, VO> otherStream,
            ValueJoinerWithKey<? super K, ? super V, ? super VO, ? extends R> joiner,
            JoinWindows windows) {
        return joinedWithStream(
                some(otherStream, "otherStream"),
                some(joiner, "joiner"),
                some(windows, "windows"),
                null,
                JoinKind.INNER);
    }

    @Override
    public final <VO, R> KStream<K, R> join(
            KStream<K, VO> otherStream,
            ValueJoiner<? super V, ? super VO, ? extends R> joiner,
            JoinWindows windows,
            StreamJoined<K, V, VO> streamJoined) {
        return joinedWithStream(
                some(otherStream, "otherStream"),
                withKey(joiner),
                some(windows, "windows"),
                some(streamJoined, "streamJoined"),
                JoinKind.INNER);
    }

    @Override
    public final <VO, R> KStream<K, R> join(
            KStream<K, VO> otherStream,
            ValueJoinerWithKey<? super K, ? super V, ? super VO, ? extends R> joiner,
            JoinWindows windows,
            StreamJoined<K, V, VO> streamJoined) {
        return joinedWithStream(
                some(otherStream, "otherStream"),
                some(joiner, "joiner"),
                some(windows, "windows"),
                some(streamJoined, "streamJoined"),
                JoinKind.INNER);
    }

    @Override
    public final <VO, R> KStream<K, R> leftJoin(
            KStream<K, VO> otherStream, ValueJoiner<? super V, ? super VO, ? extends R> joiner, JoinWindows windows) {
        return joinedWithStream(
                some(otherStream, "otherStream"), withKey(joiner), some(windows, "windows"), null, JoinKind.LEFT);
    }

    @Override
    public final <VO, R> KStream<K, R> leftJoin(
            KStream<K, VO> otherStream,
            ValueJoinerWithKey<? super K, ? super V, ? super VO, ? extends R> joiner,
            JoinWindows windows) {
        return joinedWithStream(
                some(otherStream, "otherStream"),
                some(joiner, "joiner"),
                some(windows, "windows"),
                null,
                JoinKind.LEFT);
    }

    @Override
    public final <VO, R> KStream<K, R> leftJoin(
            KStream<K, VO> otherStream,
            ValueJoiner<? super V, ? super VO, ? extends R> joiner,
            JoinWindows windows,
            StreamJoined<K, V, VO> streamJoined) {
        return joinedWithStream(
                some(otherStream, "otherStream"),
                withKey(joiner),
                some(windows, "windows"),
                some(streamJoined, "streamJoined"),
                JoinKind.LEFT);
    }

    @Override
    public final <VO, R> KStream<K, R> leftJoin(
            KStream<K, VO> otherStream,
            ValueJoinerWithKey<? super K, ? super V, ? super VO, ? extends R> joiner,
            JoinWindows windows,
            StreamJoined<K, V, VO> streamJoined) {
        return joinedWithStream(
                some(otherStream, "otherStream"),
                some(joiner, "joiner"),
                some(windows, "windows"),
                some(streamJoined, "streamJoined"),
                JoinKind.LEFT);
    }

    @Override
    public final <VO, R> KStream<K, R> outerJoin(
            KStream<K, VO> otherStream, ValueJoiner<? super V, ? super VO, ? extends R> joiner, JoinWindows windows) {
        return joinedWithStream(
                some(otherStream, "otherStream"), withKey(joiner), some(windows, "windows"), null, JoinKind.OUTER);
    }

    @Override
    public final <VO, R> KStream<K, R> outerJoin(
            KStream<K, VO> otherStream,
            ValueJoinerWithKey<? super K, ? super V, ? super VO, ? extends R> joiner,
            JoinWindows windows) {
        return joinedWithStream(
                some(otherStream, "otherStream"),
                some(joiner, "joiner"),
                some(windows, "windows"),
                null,
                JoinKind.OUTER);
    }

    @Override
    public final <VO, R> KStream<K, R> outerJoin(
            KStream<K, VO> otherStream,
            ValueJoiner<? super V, ? super VO, ? extends R> joiner,
            JoinWindows windows,
            StreamJoined<K, V, VO> streamJoined) {
        return joinedWithStream(
                some(otherStream, "otherStream"),
                withKey(joiner),
                some(windows, "windows"),
                some(streamJoined, "streamJoined"),
                JoinKind.OUTER);
    }

    @Override
    public final <VO, R> KStream<K, R> outerJoin(
            KStream<K, VO> otherStream,
            ValueJoinerWithKey<? super K, ? super V, ? super VO, ? extends R> joiner,
            JoinWindows windows,
            StreamJoined<K, V, VO> streamJoined) {
        return joinedWithStream(
                some(otherStream, "otherStream"),
                some(joiner, "joiner"),
                some(windows, "windows"),
                some(streamJoined, "streamJoined"),
                JoinKind.OUTER);
    }
}
