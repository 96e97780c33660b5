package dev.millrace.state.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.fixture.TestTask;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.WindowStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Long random histories, compared step by step with a model: commits, crashes (with the tail of the changelog written or
 * not), moves to another machine, and a memory budget that is too small.
 */
@ParameterizedClass
@MethodSource("dev.millrace.state.task.StoreVariant#all")
class StoreModelTest {
    private static final int STEPS = 1000;
    private static final int SEEDS = 2;

    private final StoreVariant variant;

    StoreModelTest(StoreVariant variant) {
        this.variant = variant;
    }

    private static MemoryBudget budget(long seed) {
        return seed % 2 == 0 ? new MemoryBudget(4_000, 2_000) : new MemoryBudget(1 << 20, 1 << 20);
    }

    @Test
    void aKeyValueStoreIsASortedMap() {
        for (long seed = 0; seed < SEEDS; seed++) {
            TestTask task = new TestTask(List.of(variant.keyValues("s", Serdes.Long())), budget(seed));
            task = new KeyValueHistory(task, variant, seed).run();
            task.close();
        }
    }

    @Test
    void aWindowStoreIsASortedMapThatForgets() {
        for (long seed = 0; seed < SEEDS; seed++) {
            TestTask task =
                    new TestTask(List.of(variant.windows("w", WindowHistory.RETENTION_MS, 1_000)), budget(seed));
            task = new WindowHistory(task, variant, seed).run();
            task.close();
        }
    }

    /** What happens to a task: the part that is the same for all kinds. */
    private abstract static class History {
        final StoreVariant variant;
        final Random random;
        final String label;
        TestTask task;

        History(TestTask task, StoreVariant variant, long seed) {
            this.task = task;
            this.variant = variant;
            this.random = new Random(seed);
            this.label = "seed " + seed;
        }

        TestTask run() {
            for (int step = 0; step < STEPS; step++) {
                int dice = random.nextInt(100);
                if (dice < 4 || task.stores().commitWanted()) {
                    task.commit();
                    rememberCommitted();
                } else if (dice < 5) {
                    crash();
                } else if (dice < 6) {
                    move();
                } else if (dice < 70) {
                    write(step);
                } else {
                    read();
                }
            }
            return task;
        }

        private void crash() {
            boolean logged = random.nextBoolean();
            if (logged) {
                task.flush();
            }
            task.crash();
            if (logged && variant.logging()) {
                rememberCommitted();
            } else {
                goBack(variant.survives());
            }
            reopened();
        }

        private void move() {
            task.commit();
            rememberCommitted();
            TestTask other = task.elsewhere();
            task.close();
            task = other;
            goBack(variant.logging());
            rememberCommitted();
            reopened();
        }

        abstract void write(int step);

        abstract void read();

        abstract void rememberCommitted();

        /** @param anything false if all content is lost */
        abstract void goBack(boolean anything);

        abstract void reopened();
    }

    private static final class KeyValueHistory extends History {
        private TreeMap<String, Object> current = new TreeMap<>();
        private TreeMap<String, Object> committed = new TreeMap<>();
        private KeyValueStore<String, Object> store;

        KeyValueHistory(TestTask task, StoreVariant variant, long seed) {
            super(task, variant, seed);
            reopened();
        }

        private String key() {
            return Integer.toString(random.nextInt(100), 6);
        }

        @Override
        void write(int step) {
            String key = key();
            if (random.nextInt(4) == 0) {
                assertThat(store.delete(key)).as(label).isEqualTo(current.remove(key));
            } else {
                Object value = variant.shown((long) step);
                store.put(key, value);
                current.put(key, value);
            }
        }

        @Override
        void read() {
            String key = key();
            assertThat(store.get(key)).as(label).isEqualTo(current.get(key));
            String other = key();
            if (random.nextInt(5) == 0 && key.compareTo(other) <= 0) {
                Map<String, Object> expected = new LinkedHashMap<>(current.subMap(key, true, other, true));
                assertThat(entries(store.range(key, other))).as(label).isEqualTo(new ArrayList<>(expected.entrySet()));
                assertThat(entries(store.reverseRange(key, other)))
                        .as(label)
                        .isEqualTo(new ArrayList<>(current.subMap(key, true, other, true)
                                .descendingMap()
                                .entrySet()));
            }
        }

        private static List<Map.Entry<String, Object>> entries(KeyValueIterator<String, Object> iterator) {
            List<Map.Entry<String, Object>> entries = new ArrayList<>();
            try (iterator) {
                iterator.forEachRemaining(next -> entries.add(Map.entry(next.key, next.value)));
            }
            return entries;
        }

        @Override
        void rememberCommitted() {
            committed = new TreeMap<>(current);
        }

        @Override
        void goBack(boolean anything) {
            current = anything ? new TreeMap<>(committed) : new TreeMap<>();
        }

        @Override
        void reopened() {
            store = task.store("s");
            task.origin().turnTo("in", 0, 7);
        }
    }

    private static final class WindowHistory extends History {
        static final long RETENTION_MS = 200_000;

        private Map<String, Object> current = new LinkedHashMap<>();
        private Map<String, Object> committed = new LinkedHashMap<>();
        private long latestMs;
        private WindowStore<String, Object> store;

        WindowHistory(TestTask task, StoreVariant variant, long seed) {
            super(task, variant, seed);
            reopened();
        }

        private String key() {
            return Integer.toString(random.nextInt(20), 3);
        }

        private long startMs() {
            return Math.max(0, latestMs - random.nextInt((int) (1.2 * RETENTION_MS)));
        }

        private boolean isGone(long startMs) {
            return startMs <= latestMs - RETENTION_MS;
        }

        @Override
        void write(int step) {
            long startMs = random.nextInt(10) == 0 ? latestMs + random.nextInt(30_000) : startMs();
            String key = key();
            Object value = random.nextInt(5) == 0 ? null : variant.shown((long) step);
            store.put(key, value, startMs);
            if (isGone(startMs)) {
                return;
            }
            latestMs = Math.max(latestMs, startMs);
            String place = place(key, startMs);
            if (value == null) {
                current.remove(place);
            } else {
                current.put(place, value);
            }
            forgetWhatIsGone();
        }

        private void forgetWhatIsGone() {
            current.keySet().removeIf(known -> isGone(Long.parseLong(known.substring(known.indexOf('@') + 1))));
        }

        private static String place(String key, long startMs) {
            return key + "@" + startMs;
        }

        @Override
        void read() {
            String key = key();
            long fromMs = startMs();
            long toMs = fromMs + random.nextInt(60_000);
            List<String> expected = current.keySet().stream()
                    .filter(place -> place.startsWith(key + "@"))
                    .map(place -> Long.parseLong(place.substring(place.indexOf('@') + 1)))
                    .filter(start -> start >= fromMs && start <= toMs)
                    .sorted()
                    .map(start -> start + "=" + current.get(place(key, start)))
                    .toList();
            assertThat(windows(store.fetch(key, fromMs, toMs))).as(label).isEqualTo(expected);
            List<String> reversed = new ArrayList<>(expected);
            Collections.reverse(reversed);
            assertThat(windows(store.backwardFetch(key, fromMs, toMs)))
                    .as(label)
                    .isEqualTo(reversed);
            if (random.nextInt(5) == 0) {
                assertThat(places(store.all())).as(label).containsExactlyInAnyOrderElementsOf(current.keySet());
                List<String> backwards = places(store.backwardAll());
                Collections.reverse(backwards);
                assertThat(places(store.all())).as(label).isEqualTo(backwards);
            }
        }

        private static List<String> windows(KeyValueIterator<Long, Object> iterator) {
            List<String> found = new ArrayList<>();
            try (iterator) {
                iterator.forEachRemaining(next -> found.add(next.key + "=" + next.value));
            }
            return found;
        }

        private static List<String> places(KeyValueIterator<Windowed<String>, Object> iterator) {
            List<String> found = new ArrayList<>();
            try (iterator) {
                iterator.forEachRemaining(next ->
                        found.add(place(next.key.key(), next.key.window().start())));
            }
            return found;
        }

        @Override
        void rememberCommitted() {
            committed = new LinkedHashMap<>(current);
        }

        @Override
        void goBack(boolean anything) {
            current = anything ? new LinkedHashMap<>(committed) : new LinkedHashMap<>();
        }

        /** A task does not know how far time had come; a write at that time tells it. */
        @Override
        void reopened() {
            store = task.store("w");
            task.origin().turnTo("in", 0, 7);
            store.put("now", variant.shown(0L), latestMs);
            current.put(place("now", latestMs), variant.shown(0L));
            forgetWhatIsGone();
        }
    }
}
