package dev.millrace.state.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.fixture.TestTask;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.SessionWindow;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.query.FailureReason;
import dev.millrace.streams.query.KeyQuery;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.QueryConfig;
import dev.millrace.streams.query.QueryResult;
import dev.millrace.streams.query.RangeQuery;
import dev.millrace.streams.query.TimestampedKeyQuery;
import dev.millrace.streams.query.WindowKeyQuery;
import dev.millrace.streams.query.WindowRangeQuery;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockedQueriesTest {
    private static final Duration RETENTION = Duration.ofHours(1);

    private TestTask task;

    @AfterEach
    void close() {
        task.close();
    }

    private static StoreBuilder<KeyValueStore<String, String>> keyValues() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore("s"), Serdes.String(), Serdes.String());
    }

    private static StoreBuilder<WindowStore<String, String>> windows() {
        return windows(true);
    }

    private static StoreBuilder<WindowStore<String, String>> windows(boolean persistent) {
        Duration size = Duration.ofSeconds(1);
        return Stores.windowStoreBuilder(
                persistent
                        ? Stores.persistentWindowStore("s", RETENTION, size, false)
                        : Stores.inMemoryWindowStore("s", RETENTION, size, false),
                Serdes.String(),
                Serdes.String());
    }

    private <S extends StateStore> S start(StoreBuilder<S> builder) {
        task = TestTask.with(builder);
        return task.store("s");
    }

    private static <R> QueryResult<R> ask(StateStore store, Query<R> query) {
        return ask(store, query, Position.emptyPosition());
    }

    private static <R> QueryResult<R> ask(StateStore store, Query<R> query, Position bound) {
        return store.query(query, PositionBound.at(bound), new QueryConfig(true));
    }

    private static Position at(String topic, long offset) {
        return Position.emptyPosition().withComponent(topic, 0, offset);
    }

    private static <K, V> List<KeyValue<K, V>> list(QueryResult<? extends KeyValueIterator<K, V>> answer) {
        List<KeyValue<K, V>> entries = new ArrayList<>();
        try (KeyValueIterator<K, V> iterator = answer.getResult()) {
            iterator.forEachRemaining(entries::add);
        }
        return entries;
    }

    @Test
    void aStoreIsWhereTheLastRecordIsThatWroteToIt() {
        KeyValueStore<String, String> store = start(keyValues());
        task.origin().turnTo("in", 3, 1_000);
        store.put("a", "1");
        task.origin().turnTo("other", 7, 1_000);
        store.put("a", "2");
        task.origin().turnTo("in", 4, 1_000);
        store.get("a");
        task.origin().turnTo(null, -1, 1_000);
        store.put("a", "3");

        assertThat(store.getPosition()).isEqualTo(at("in", 3).withComponent("other", 0, 7));
    }

    @Test
    void aPositionIsCommittedWithTheStore() {
        KeyValueStore<String, String> store = start(keyValues());
        task.writesEvery(1);
        task.origin().turnTo("in", 3, 1_000);
        store.put("a", "1");
        task.commit();
        task.origin().turnTo("in", 4, 1_000);
        store.put("a", "2");
        task.crash();

        StateStore again = task.store("s");
        assertThat(again.getPosition()).isEqualTo(at("in", 3));
        assertThat(ask(again, KeyQuery.<String, String>withKey("a"), at("in", 3))
                        .getResult())
                .isEqualTo("1");
        assertThat(ask(again, KeyQuery.<String, String>withKey("a"), at("in", 4))
                        .getFailureReason())
                .isEqualTo(FailureReason.NOT_UP_TO_BOUND);
    }

    @Test
    void ofABoundOnlyThePartitionOfTheTaskCounts() {
        KeyValueStore<String, String> store = start(keyValues());
        task.origin().turnTo("in", 3, 1_000);
        store.put("a", "1");

        Position elsewhere = Position.emptyPosition().withComponent("in", 1, 99);
        assertThat(ask(store, KeyQuery.<String, String>withKey("a"), elsewhere).getResult())
                .isEqualTo("1");
        assertThat(ask(store, KeyQuery.<String, String>withKey("a"), at("unread", 0))
                        .getFailureReason())
                .isEqualTo(FailureReason.NOT_UP_TO_BOUND);
    }

    @Test
    void aCacheIsSkippedOnRequestAndByRanges() {
        KeyValueStore<String, String> store = start(keyValues().withCachingEnabled());
        task.origin().turnTo("in", 3, 1_000);
        store.put("a", "1");
        task.commit();
        task.origin().turnTo("in", 4, 1_000);
        store.put("a", "2");

        QueryResult<String> cached = ask(store, KeyQuery.withKey("a"), at("in", 4));
        assertThat(cached.getResult()).isEqualTo("2");
        assertThat(cached.getPosition()).isEqualTo(at("in", 4));
        QueryResult<String> committed =
                ask(store, KeyQuery.<String, String>withKey("a").skipCache());
        assertThat(committed.getResult()).isEqualTo("1");
        assertThat(committed.getPosition()).isEqualTo(at("in", 3));
        assertThat(ask(store, KeyQuery.<String, String>withKey("b").skipCache()).getResult())
                .isNull();
        assertThat(list(ask(store, RangeQuery.<String, String>withNoBounds())))
                .containsExactly(KeyValue.pair("a", "1"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cachedWindowsAreSeenWhenTheyAreCommitted(boolean persistent) {
        WindowStore<String, String> store = start(windows(persistent).withCachingEnabled());
        task.origin().turnTo("in", 3, 1_000);
        store.put("a", "1", 1_000);
        Query<?> query = WindowKeyQuery.withKeyAndWindowStartRange("a", Instant.EPOCH, Instant.ofEpochMilli(5_000));

        assertThat(store.getPosition().isEmpty()).isTrue();
        assertThat(text(ask(store, query))).isEqualTo("[]");
        task.commit();
        assertThat(store.getPosition()).isEqualTo(at("in", 3));
        assertThat(text(ask(store, query))).isEqualTo("[KeyValue(1000, 1)]");
        store.put("a", "2", 1_000);
        assertThat(text(ask(store, query))).isEqualTo("[KeyValue(1000, 1)]");
    }

    private static String text(QueryResult<?> answer) {
        try (KeyValueIterator<?, ?> iterator = (KeyValueIterator<?, ?>) answer.getResult()) {
            List<Object> entries = new ArrayList<>();
            iterator.forEachRemaining(entries::add);
            return entries.toString();
        }
    }

    @Test
    void aQueryThatTheStoreDoesNotKnowFails() {
        KeyValueStore<String, String> store = start(keyValues());

        assertThat(ask(store, TimestampedKeyQuery.withKey("a")).getFailureReason())
                .isEqualTo(FailureReason.UNKNOWN_QUERY_TYPE);
        assertThat(ask(store, new Query<String>() {}).getFailureReason()).isEqualTo(FailureReason.UNKNOWN_QUERY_TYPE);
    }

    @Test
    void windowsAreAskedForByTimeAndNotByKeyAlone() {
        WindowStore<String, String> store = start(windows());

        assertThat(ask(store, WindowRangeQuery.withKey("a")).getFailureReason())
                .isEqualTo(FailureReason.UNKNOWN_QUERY_TYPE);
        assertThat(ask(store, KeyQuery.withKey("a")).getFailureReason()).isEqualTo(FailureReason.UNKNOWN_QUERY_TYPE);
    }

    @Test
    void aQuestionThatCannotBeAnsweredSaysWhy() {
        WindowStore<String, String> store = start(windows());

        QueryResult<?> answer = ask(store, WindowRangeQuery.withWindowStartRange(Instant.MIN, Instant.MAX));
        assertThat(answer.getFailureReason()).isEqualTo(FailureReason.STORE_EXCEPTION);
        assertThat(answer.getFailureMessage()).contains("Store s", "overflow");
    }

    @Test
    void anAnswerTellsHowItCameAboutIfItIsAskedTo() {
        KeyValueStore<String, String> store = start(keyValues());

        assertThat(ask(store, KeyQuery.withKey("a")).getExecutionInfo())
                .singleElement()
                .asString()
                .contains("Store s answered");
        assertThat(store.query(KeyQuery.withKey("a"), PositionBound.unbounded(), new QueryConfig(false))
                        .getExecutionInfo())
                .isEmpty();
    }

    @Test
    void aLongResultIsReadInPagesAndSeesWhatIsWrittenMeanwhile() {
        KeyValueStore<String, String> store = start(keyValues());
        for (int i = 1_000; i < 1_600; i++) {
            store.put("k" + i, "v");
        }
        try (KeyValueIterator<String, String> entries = ask(
                        store, RangeQuery.<String, String>withNoBounds().withDescendingKeys())
                .getResult()) {
            assertThat(entries.peekNextKey()).isEqualTo("k1599");
            store.delete("k1000");
            int count = 0;
            while (entries.hasNext()) {
                entries.next();
                count++;
            }
            assertThat(count).isEqualTo(599);
        }
    }

    @Test
    void aSessionStoreIsAskedForTheSessionsOfAKey() {
        SessionStore<String, String> store = start(Stores.sessionStoreBuilder(
                Stores.persistentSessionStore("s", RETENTION), Serdes.String(), Serdes.String()));
        store.put(session("k", 5, 9), "later");
        store.put(session("k", 1, 2), "earlier");
        store.put(session("kk", 1, 2), "of another");

        assertThat(list(ask(store, WindowRangeQuery.<String, String>withKey("k"))))
                .containsExactly(
                        KeyValue.pair(session("k", 1, 2), "earlier"), KeyValue.pair(session("k", 5, 9), "later"));
        assertThat(ask(store, KeyQuery.withKey("k")).getFailureReason()).isEqualTo(FailureReason.UNKNOWN_QUERY_TYPE);
    }

    @Test
    void aCachingSessionStoreAnswersAsOfItsLastCommit() {
        SessionStore<String, String> store = start(Stores.sessionStoreBuilder(
                        Stores.inMemorySessionStore("s", RETENTION), Serdes.String(), Serdes.String())
                .withCachingEnabled());
        store.put(session("k", 1, 2), "before");
        task.commit();
        store.put(session("k", 1, 2), "after");
        store.put(session("k", 5, 9), "new");

        assertThat(list(ask(store, WindowRangeQuery.<String, String>withKey("k"))))
                .containsExactly(KeyValue.pair(session("k", 1, 2), "before"));
    }

    private static Windowed<String> session(String key, long startMs, long endMs) {
        return new Windowed<>(key, new SessionWindow(startMs, endMs));
    }
}
