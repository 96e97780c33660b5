package dev.millrace.state.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.FoundSessions;
import dev.millrace.state.SessionState;
import dev.millrace.state.fixture.TestTask;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.streams.kstream.SessionWindow;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Long random histories of session stores, compared step by step with a model: records that make, lengthen and merge sessions,
 * writes by hand, commits, crashes, moves to another machine, and a memory budget that is too small.
 */
class SessionModelTest {
    private static final int STEPS = 1500;
    private static final long RETENTION_MS = 200_000;
    private static final long GAP_MS = 5_000;

    /** One way to build a store. */
    record Variant(boolean persistent, boolean caching, boolean logging, boolean tight) {
        StoreBuilder<?> builder() {
            Duration retention = Duration.ofMillis(RETENTION_MS);
            var supplier = persistent
                    ? Stores.persistentSessionStore("s", retention)
                    : Stores.inMemorySessionStore("s", retention);
            var builder = Stores.sessionStoreBuilder(supplier, Serdes.String(), Serdes.Long());
            var cached = caching ? builder.withCachingEnabled() : builder.withCachingDisabled();
            return logging ? cached.withLoggingEnabled(Map.of()) : cached.withLoggingDisabled();
        }

        TestTask task() {
            MemoryBudget budget = tight ? new MemoryBudget(6_000, 2_000) : new MemoryBudget(1 << 20, 1 << 20);
            return new TestTask(List.of(builder()), budget);
        }
    }

    static Stream<Variant> variants() {
        return Stream.iterate(0, bits -> bits < 16, bits -> bits + 1)
                .map(bits -> new Variant((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aSessionStoreIsASortedMapThatForgets(Variant variant) {
        for (long seed = 0; seed < 2; seed++) {
            new History(variant, seed, true).run();
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void whoTakesTheUpdatesOfACachingStoreKnowsWhatIsInIt(Variant variant) {
        if (variant.caching()) {
            new History(variant, 5, false).run();
        }
    }

    /** A session of a key. */
    private record Session(String key, long startMs, long endMs) {
        static final Comparator<Session> IN_ORDER =
                Comparator.comparing(Session::key).thenComparing(Session::endMs).thenComparing(Session::startMs);

        static Session of(Windowed<?> windowed) {
            return new Session(
                    (String) windowed.key(),
                    windowed.window().start(),
                    windowed.window().end());
        }
    }

    private static final class History {
        private final Variant variant;
        private final Random random;
        private final boolean crashes;
        private final String label;
        private final Map<Session, Long> downstream = new TreeMap<>(Session.IN_ORDER);
        private Map<Session, Long> current = new TreeMap<>(Session.IN_ORDER);
        private Map<Session, Long> committed = new TreeMap<>(Session.IN_ORDER);
        private TestTask task;
        private SessionState state;
        private SessionStore<String, Long> store;
        private long latestMs;

        History(Variant variant, long seed, boolean crashes) {
            this.variant = variant;
            this.random = new Random(seed);
            this.crashes = crashes;
            this.label = variant + ", seed " + seed;
            this.task = variant.task();
            reopened();
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                int dice = random.nextInt(100);
                if (dice < 4 || task.stores().commitWanted()) {
                    commit();
                } else if (dice < 6 && crashes) {
                    breakDown(dice == 5);
                } else if (dice < 70) {
                    record(step);
                } else if (dice < 75 && crashes) {
                    byHand(step);
                } else {
                    read();
                }
            }
            commit();
            task.close();
        }

        private void commit() {
            task.commit();
            committed = copy(current);
            if (variant.caching() && !crashes) {
                downstream.keySet().removeIf(session -> isGone(session.endMs()));
                assertThat(downstream).as(label).isEqualTo(current);
            }
        }

        private void breakDown(boolean elsewhere) {
            if (elsewhere) {
                commit();
                TestTask other = task.elsewhere();
                task.close();
                task = other;
                current = variant.logging() ? copy(committed) : new TreeMap<>(Session.IN_ORDER);
            } else {
                boolean logged = random.nextBoolean();
                if (logged) {
                    task.flush();
                }
                task.crash();
                if (!variant.persistent() && !variant.logging()) {
                    current = new TreeMap<>(Session.IN_ORDER);
                } else if (!logged || !variant.logging()) {
                    current = copy(committed);
                }
            }
            committed = copy(current);
            reopened();
        }

        /** A task does not know how far time had come; a write at that time tells it. */
        private void reopened() {
            task.origin().turnTo("in", 0, 7);
            state = task.stores().sessions("s");
            state.onEmission(
                    (key, newValue, oldValue, timestamp, headers) -> {
                        Session session = Session.of((Windowed<?>) key);
                        assertThat(oldValue).as(label).isEqualTo(downstream.get(session));
                        if (newValue == null) {
                            downstream.remove(session);
                        } else {
                            downstream.put(session, (Long) newValue);
                        }
                    },
                    true);
            downstream.clear();
            downstream.putAll(current);
            store = task.store("s");
            put(new Session("now", latestMs, latestMs), 0L);
        }

        private String key() {
            return Integer.toString(random.nextInt(12), 3);
        }

        private boolean isGone(long endMs) {
            return endMs <= latestMs - RETENTION_MS;
        }

        private void forgetWhatIsGone() {
            current.keySet().removeIf(session -> isGone(session.endMs()));
        }

        /** What a session aggregation does with a record. */
        private void record(int step) {
            String key = key();
            long timeMs = random.nextInt(5) > 0
                    ? latestMs + random.nextInt(2_000)
                    : Math.max(0, latestMs - random.nextInt((int) (1.1 * RETENTION_MS)));
            FoundSessions found = state.find(key, timeMs - GAP_MS, timeMs + GAP_MS);
            List<Session> expected = current.keySet().stream()
                    .filter(session -> session.key().equals(key)
                            && session.endMs() >= timeMs - GAP_MS
                            && session.startMs() <= timeMs + GAP_MS)
                    .toList();
            List<Session> joined = new ArrayList<>();
            long startMs = timeMs;
            long endMs = timeMs;
            for (int i = 0; i < found.count(); i++) {
                Session session = new Session(key, found.startMs(i), found.endMs(i));
                assertThat(found.value(i)).as(label).isEqualTo(current.get(session));
                joined.add(session);
                startMs = Math.min(startMs, session.startMs());
                endMs = Math.max(endMs, session.endMs());
            }
            assertThat(joined).as(label).isEqualTo(expected);
            Long value = random.nextInt(20) == 0 ? null : Long.valueOf(step);
            state.replaceFound(key, startMs, endMs, value, timeMs);
            latestMs = Math.max(latestMs, endMs);
            joined.forEach(current::remove);
            if (value != null) {
                current.put(new Session(key, startMs, endMs), value);
            }
            forgetWhatIsGone();
        }

        private void byHand(int step) {
            long endMs = Math.max(0, latestMs + 1_000 - random.nextInt((int) (1.1 * RETENTION_MS)));
            Session session = new Session(key(), Math.max(0, endMs - random.nextInt(9_000)), endMs);
            put(session, random.nextInt(4) == 0 ? null : Long.valueOf(step));
        }

        private void put(Session session, Long value) {
            store.put(new Windowed<>(session.key(), new SessionWindow(session.startMs(), session.endMs())), value);
            latestMs = Math.max(latestMs, session.endMs());
            if (value == null) {
                current.remove(session);
            } else {
                current.put(session, value);
            }
            forgetWhatIsGone();
        }

        private void read() {
            String key = key();
            long fromMs = Math.max(0, latestMs - random.nextInt((int) (1.1 * RETENTION_MS)));
            long toMs = fromMs + random.nextInt(60_000);
            List<String> expected = current.entrySet().stream()
                    .filter(entry -> entry.getKey().key().equals(key)
                            && entry.getKey().endMs() >= fromMs
                            && entry.getKey().startMs() <= toMs)
                    .sorted(Map.Entry.comparingByKey(oneKeyOrder()))
                    .map(Objects::toString)
                    .toList();
            assertThat(shown(store.findSessions(key, fromMs, toMs))).as(label).isEqualTo(expected);
            List<String> reversed = new ArrayList<>(expected);
            Collections.reverse(reversed);
            assertThat(shown(store.backwardFindSessions(key, fromMs, toMs)))
                    .as(label)
                    .isEqualTo(reversed);
            if (random.nextInt(5) == 0) {
                readAll();
            }
        }

        private Comparator<Session> oneKeyOrder() {
            Comparator<Session> byStart = Comparator.comparing(Session::startMs);
            return Comparator.comparing(Session::endMs)
                    .thenComparing(variant.persistent() ? byStart : byStart.reversed());
        }

        private void readAll() {
            List<String> all = shown(store.fetch(null, null));
            assertThat(all)
                    .as(label)
                    .containsExactlyInAnyOrderElementsOf(
                            current.entrySet().stream().map(Objects::toString).toList());
            List<String> backwards = shown(store.backwardFetch(null, null));
            Collections.reverse(backwards);
            assertThat(all).as(label).isEqualTo(backwards);
            assertThat(shown(store.findSessions(0, Long.MAX_VALUE))).as(label).containsExactlyInAnyOrderElementsOf(all);
        }

        private static List<String> shown(KeyValueIterator<Windowed<String>, Long> sessions) {
            List<String> found = new ArrayList<>();
            try (sessions) {
                sessions.forEachRemaining(next -> found.add(Session.of(next.key) + "=" + next.value));
            }
            return found;
        }

        private static Map<Session, Long> copy(Map<Session, Long> sessions) {
            TreeMap<Session, Long> copy = new TreeMap<>(Session.IN_ORDER);
            copy.putAll(sessions);
            return copy;
        }
    }
}
