package dev.millrace.state.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.FoundSessions;
import dev.millrace.state.SessionState;
import dev.millrace.state.fixture.TestTask;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.streams.kstream.SessionWindow;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of sessions that have expired: who still joins them, who hears of their end, and what is logged. */
class ExpiredSessionsTest {
    private static final long GAP_MS = 10;
    private static final Duration RETENTION = Duration.ofMillis(100);

    private final List<String> emitted = new ArrayList<>();
    private TestTask task;
    private SessionState state;

    /** A store of a session aggregation. */
    private void openAggregation(boolean persistent, boolean caching) {
        open(persistent, caching);
        state.joinsWithin(GAP_MS);
        state.onEmission(
                (key, newValue, oldValue, timestamp, headers) -> emitted.add(key + ":" + oldValue + "->" + newValue),
                true);
    }

    private void open(boolean persistent, boolean caching) {
        SessionBytesStoreSupplier supplier = persistent
                ? Stores.persistentSessionStore("s", RETENTION)
                : Stores.inMemorySessionStore("s", RETENTION);
        StoreBuilder<SessionStore<String, Long>> builder =
                Stores.sessionStoreBuilder(supplier, Serdes.String(), Serdes.Long());
        StoreBuilder<?> cached = caching ? builder.withCachingEnabled() : builder.withCachingDisabled();
        task = new TestTask(List.of(cached), new MemoryBudget(1 << 20, 1 << 20));
        state = task.stores().sessions("s");
    }

    @AfterEach
    void close() {
        task.close();
    }

    /** What a session aggregation does with a record; returns the session that it is in now. */
    private String record(String key, long timeMs) {
        FoundSessions found = state.find(key, timeMs - GAP_MS, timeMs + GAP_MS);
        long startMs = timeMs;
        long endMs = timeMs;
        long count = 1;
        for (int i = 0; i < found.count(); i++) {
            startMs = Math.min(startMs, found.startMs(i));
            endMs = Math.max(endMs, found.endMs(i));
            count += (Long) found.value(i);
        }
        state.replaceFound(key, startMs, endMs, count, timeMs);
        return startMs + "-" + endMs + ": " + count;
    }

    private List<String> committed() {
        emitted.clear();
        task.commit();
        return List.copyOf(emitted);
    }

    // ---- who still joins them ----

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLateRecordJoinsASessionThatHasExpiredIfTheStoreCaches(boolean persistent) {
        openAggregation(persistent, true);
        record("a", 100);
        record("b", 205);

        assertThat(record("a", 106)).isEqualTo("100-106: 2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutACacheNobodyJoinsASessionThatHasExpired(boolean persistent) {
        openAggregation(persistent, false);
        record("a", 100);
        record("b", 205);

        assertThat(record("a", 106)).isEqualTo("106-106: 1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStoreThatNoAggregationHasForgetsSessionsThatHaveExpired(boolean persistent) {
        open(persistent, true);
        record("a", 100);
        record("b", 205);

        assertThat(record("a", 106)).isEqualTo("106-106: 1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sessionsAreKeptForTwoGapsBeyondTheRetention(boolean persistent) {
        openAggregation(persistent, true);
        record("a", 100);
        record("b", 220);
        assertThat(state.find("a", 0, 1_000).count()).isOne();
        record("b", 221);

        assertThat(state.find("a", 0, 1_000).count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOlderSessionIsKeptWhileARecordMayLinkItToTheNextOne(boolean persistent) {
        openAggregation(persistent, true);
        record("a", 80);
        record("a", 100);
        record("c", 79);
        record("c", 100);
        record("b", 210);

        assertThat(record("a", 90)).isEqualTo("80-100: 3");
        assertThat(record("c", 90)).isEqualTo("90-100: 2");
    }

    // ---- who hears of their end ----

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyHearsThatASessionIsGoneWhichHadExpiredByWhatWasEmitted(boolean persistent) {
        openAggregation(persistent, true);
        record("a", 100);
        committed();
        record("b", 205);
        record("a", 106);

        assertThat(committed()).containsExactly("[b@205/205]:null->1", "[a@100/106]:null->2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void downstreamAndTheChangelogHearThatASessionIsGoneWhichHadNotExpired(boolean persistent) {
        openAggregation(persistent, true);
        record("a", 100);
        committed();
        record("b", 199);
        record("a", 106);

        assertThat(committed()).containsExactly("[b@199/199]:null->1", "[a@100/100]:1->null", "[a@100/106]:null->2");
    }

    // ---- what is logged ----

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theDeletionOfWhichNobodyHearsIsNotLogged(boolean persistent) {
        openAggregation(persistent, true);
        record("a", 100);
        task.commit();
        record("b", 205);
        record("a", 106);

        assertThat(task.commit()).hasSize(2).allMatch(logged -> logged.value() != null);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theDeletionOfWhichDownstreamHearsIsLogged(boolean persistent) {
        openAggregation(persistent, true);
        record("a", 100);
        task.commit();
        record("b", 199);
        record("a", 106);

        assertThat(task.commit())
                .hasSize(3)
                .filteredOn(logged -> logged.value() == null)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSessionAsOldAsTheRetentionIsLoggedAndNotFound(boolean persistent) {
        openAggregation(persistent, false);
        record("b", 200);
        task.commit();
        record("a", 99);
        assertThat(task.commit()).isEmpty();
        record("a", 100);

        assertThat(task.commit()).hasSize(1);
        assertThat(state.find("a", 0, 1_000).count()).isZero();
    }

    // ---- positions ----

    @Test
    void aRemovalMovesThePositionOfAStoreThatCachesAlone() {
        assertThat(offsetAfterRemoval(true)).isEqualTo(Position.emptyPosition().withComponent("in", 0, 2));
        task.close();
        assertThat(offsetAfterRemoval(false)).isEqualTo(Position.emptyPosition().withComponent("in", 0, 1));
    }

    private Position offsetAfterRemoval(boolean caching) {
        open(true, caching);
        SessionStore<String, Long> store = task.store("s");
        Windowed<String> session = new Windowed<>("a", new SessionWindow(0, 5));
        task.origin().turnTo("in", 1, 5);
        store.put(session, 1L);
        task.origin().turnTo("in", 2, 6);
        store.remove(session);
        assertThat(store.fetchSession("a", 0, 5)).isNull();
        task.commit();
        return store.getPosition();
    }
}
