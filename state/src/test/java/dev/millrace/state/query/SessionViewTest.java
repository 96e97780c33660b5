package dev.millrace.state.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.state.fixture.TestTask;
import dev.millrace.streams.errors.InvalidStateStoreException;
import dev.millrace.streams.kstream.SessionWindow;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.QueryableStoreTypes;
import dev.millrace.streams.state.ReadOnlySessionStore;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionViewTest {
    private static final Duration RETENTION = Duration.ofMinutes(10);

    private final ReentrantLock lock = new ReentrantLock();
    private TestTask task;

    /** A thousand sessions of seven keys, half of them committed. */
    private SessionStore<String, Long> store(boolean persistent) {
        var supplier = persistent
                ? Stores.persistentSessionStore("s", RETENTION)
                : Stores.inMemorySessionStore("s", RETENTION);
        task = TestTask.with(Stores.sessionStoreBuilder(supplier, Serdes.String(), Serdes.Long()));
        SessionStore<String, Long> store = task.store("s");
        for (int i = 0; i < 1000; i++) {
            store.put(new Windowed<>("k" + i % 7, new SessionWindow(i * 500L, i * 500L + i % 3 * 900L)), (long) i);
            if (i == 500) {
                task.commit();
            }
        }
        return store;
    }

    private ReadOnlySessionStore<String, Long> view() {
        return StoreViews.view(task.store("s"), QueryableStoreTypes.<String, Long>sessionStore(), lock);
    }

    private static List<String> shown(KeyValueIterator<Windowed<String>, Long> sessions) {
        List<String> shown = new ArrayList<>();
        try (sessions) {
            sessions.forEachRemaining(next -> shown.add(next.toString()));
        }
        return shown;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sessionsArePagedInTheOrderOfTheStore(boolean persistent) {
        SessionStore<String, Long> store = store(persistent);
        ReadOnlySessionStore<String, Long> view = view();
        Instant from = Instant.ofEpochMilli(50_000);
        Instant to = Instant.ofEpochMilli(450_000);

        assertThat(shown(view.fetch(null, null)))
                .isEqualTo(shown(store.fetch(null, null)))
                .hasSize(1000);
        assertThat(shown(view.backwardFetch(null, null))).isEqualTo(shown(store.backwardFetch(null, null)));
        assertThat(shown(view.fetch("k1", "k6"))).isEqualTo(shown(store.fetch("k1", "k6")));
        assertThat(shown(view.findSessions("k1", "k3", from, to)))
                .isEqualTo(shown(store.findSessions("k1", "k3", from, to)))
                .hasSizeGreaterThan(256);
        assertThat(shown(view.backwardFindSessions("k1", "k3", from, to)))
                .isEqualTo(shown(store.backwardFindSessions("k1", "k3", from, to)));
        assertThat(lock.isLocked()).isFalse();
        task.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSessionsOfAKeyAreThoseOfTheStore(boolean persistent) {
        SessionStore<String, Long> store = store(persistent);
        ReadOnlySessionStore<String, Long> view = view();
        Instant from = Instant.ofEpochMilli(50_000);
        Instant to = Instant.ofEpochMilli(450_000);

        assertThat(shown(view.fetch("k1"))).isEqualTo(shown(store.fetch("k1"))).hasSize(143);
        assertThat(shown(view.backwardFetch("k1"))).isEqualTo(shown(store.backwardFetch("k1")));
        assertThat(shown(view.findSessions("k1", from, to)))
                .isEqualTo(shown(store.findSessions("k1", from, to)))
                .isNotEmpty();
        assertThat(shown(view.backwardFindSessions("k1", from, to)))
                .isEqualTo(shown(store.backwardFindSessions("k1", from, to)));
        assertThat(view.fetchSession("k1", 500, 1400)).isEqualTo(1L);
        assertThat(view.fetchSession("k1", Instant.ofEpochMilli(500), Instant.ofEpochMilli(1401)))
                .isNull();
        task.close();
    }

    @Test
    void sessionsThatGrowBetweenTwoPagesAreSeenOnceAtMost() {
        SessionStore<String, Long> store = store(true);
        try (KeyValueIterator<Windowed<String>, Long> sessions = view().fetch(null, null)) {
            sessions.next();
            store.remove(new Windowed<>("k4", new SessionWindow(499_000, 500_800)));
            store.put(new Windowed<>("k4", new SessionWindow(499_000, 500_900)), -1L);
            task.commit();
            List<Long> rest = new ArrayList<>();
            sessions.forEachRemaining(next -> rest.add(next.value));
            assertThat(rest).doesNotHaveDuplicates().contains(-1L).doesNotContain(998L);
        }
        task.close();
    }

    @Test
    void aViewChecksWhatItIsAskedFor() {
        store(true);
        ReadOnlySessionStore<String, Long> view = view();

        assertThatThrownBy(() -> view.fetch(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> view.findSessions("k1", (Instant) null, Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("earliestSessionEndTime");
        task.close();
        assertThatThrownBy(() -> view.fetchSession("k1", 0, 0)).isInstanceOf(InvalidStateStoreException.class);
        assertThat(lock.isLocked()).isFalse();
    }
}
