package dev.millrace.state.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.WindowSeries;
import dev.millrace.state.WindowState;
import dev.millrace.state.fixture.TestTask;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.TimestampedWindowStore;
import dev.millrace.streams.state.ValueAndTimestamp;
import dev.millrace.streams.state.WindowStoreIterator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The windows of a key around a time: read, written, added; after commits, a crash, and with too little memory. */
class WindowSeriesTest {
    private static final long RETENTION_MS = 240_000;
    private TestTask task = task(1 << 20);

    private static TestTask task(long memoryBytes) {
        StoreBuilder<?> builder = Stores.timestampedWindowStoreBuilder(
                Stores.persistentTimestampedWindowStore(
                        "w", Duration.ofMillis(RETENTION_MS), Duration.ofSeconds(10), false),
                Serdes.String(),
                Serdes.Long());
        return new TestTask(List.of(builder), new MemoryBudget(memoryBytes, 1 << 20));
    }

    @AfterEach
    void close() {
        task.close();
    }

    private WindowState state() {
        return task.stores().windows("w");
    }

    private String text(String key, long fromMs, long toMs) {
        WindowSeries series = state().series(key, fromMs, toMs);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            found.add(series.startMs(i) + "=" + series.value(i) + "@" + series.timestamp(i));
        }
        return String.join(" ", found);
    }

    private void add(String key, long startMs, Long value) {
        state().series(key, startMs, startMs).add(startMs, value, startMs + 1);
    }

    @Test
    void aSeriesIsInOrderAndWithinItsBoundsButForTheOneBefore() {
        add("a", 30, 3L);
        add("a", 10, 1L);
        add("b", 15, 9L);
        add("a", 20, 2L);

        assertThat(text("a", 0, 100)).isEqualTo("10=1@11 20=2@21 30=3@31");
        assertThat(text("a", 11, 20)).isEqualTo("10=1@11 20=2@21");
        assertThat(text("a", 31, 100)).isEqualTo("30=3@31");
        assertThat(text("c", 0, 100)).isEmpty();
    }

    @Test
    void whatIsWrittenBetweenDoesNotMoveTheNumbers() {
        add("a", 10, 1L);
        add("a", 30, 3L);
        WindowSeries series = state().series("a", 0, 100);
        series.add(20, 2L, 20);
        series.write(1, 33L, 40);

        assertThat(text("a", 0, 100)).isEqualTo("10=1@11 20=2@20 30=33@40");
    }

    @Test
    void aDeletedWindowHasNoValueUntilItIsAddedAgain() {
        add("a", 10, 1L);
        task.commit();
        state().series("a", 0, 100).write(0, null, 20);
        task.commit();
        assertThat(text("a", 0, 100)).isEqualTo("10=null@-1");

        add("a", 10, 5L);
        assertThat(text("a", 0, 100)).isEqualTo("10=5@11");
    }

    @Test
    void windowsThatAreGoneAreNotSeenAndNotWritten() {
        add("a", 10, 1L);
        add("a", RETENTION_MS + 10, 2L);

        assertThat(text("a", 0, 1_000_000)).isEqualTo(RETENTION_MS + 10 + "=2@" + (RETENTION_MS + 11));
        add("a", 10, 7L);
        task.commit();
        assertThat(text("a", 0, 100)).isEmpty();
    }

    @Test
    void whatUserCodePutsIsSeen() {
        TimestampedWindowStore<String, Long> store = task.store("w");
        store.put("a", ValueAndTimestamp.make(1L, 11), 10);
        assertThat(text("a", 0, 100)).isEqualTo("10=1@11");

        store.put("a", ValueAndTimestamp.make(2L, 21), 20);
        store.put("a", ValueAndTimestamp.make(3L, 31), 10);
        assertThat(text("a", 0, 100)).isEqualTo("10=3@31 20=2@21");
    }

    @Test
    void afterACrashTheCommittedWindowsAreThere() {
        add("a", 10, 1L);
        add("a", 130_000, 2L);
        task.commit();
        add("a", 30, 3L);
        task.crash();

        assertThat(text("a", 0, 1_000_000)).isEqualTo("10=1@11 130000=2@130001");
        add("a", 20, 4L);
        assertThat(text("a", 0, 100)).isEqualTo("10=1@11 20=4@21");
    }

    @ParameterizedTest
    @ValueSource(longs = {1 << 20, 20_000, 1})
    void whateverHappensASeriesHasWhatWasWritten(long memoryBytes) {
        task.close();
        task = task(memoryBytes);
        Random random = new Random(memoryBytes);
        Map<String, NavigableMap<Long, String>> model = new TreeMap<>();
        for (int step = 0; step < 5_000; step++) {
            String key = "key" + random.nextInt(40);
            long startMs = step * 20L + random.nextInt(10_000);
            add(key, startMs, (long) step);
            model.computeIfAbsent(key, unseen -> new TreeMap<>())
                    .put(startMs, startMs + "=" + step + "@" + (startMs + 1));
            if (random.nextInt(50) == 0) {
                task.commit();
            }
            if (random.nextInt(1_000) == 0) {
                task.commit();
                task.crash();
            }
            String other = "key" + random.nextInt(40);
            long fromMs = Math.max(0, step * 20L - random.nextLong(20_000));
            assertThat(text(other, fromMs, fromMs + 5_000))
                    .as("step %d", step)
                    .isEqualTo(expected(model.getOrDefault(other, new TreeMap<>()), fromMs, fromMs + 5_000));
            assertThat(fetched(other, fromMs, fromMs + 5_000))
                    .as("step %d", step)
                    .isEqualTo(within(model.getOrDefault(other, new TreeMap<>()), fromMs, fromMs + 5_000));
            if (random.nextInt(200) == 0) {
                assertThat(fetchedOfAll(fromMs, fromMs + 5_000)).isEqualTo(ofAll(model, fromMs, fromMs + 5_000));
            }
        }
    }

    private String fetched(String key, long fromMs, long toMs) {
        TimestampedWindowStore<String, Long> store = task.store("w");
        List<String> found = new ArrayList<>();
        try (WindowStoreIterator<ValueAndTimestamp<Long>> windows = store.fetch(key, fromMs, toMs)) {
            windows.forEachRemaining(window -> found.add(text(window.key, window.value)));
        }
        return String.join(" ", found);
    }

    private Map<String, String> fetchedOfAll(long fromMs, long toMs) {
        TimestampedWindowStore<String, Long> store = task.store("w");
        Map<String, String> found = new TreeMap<>();
        try (KeyValueIterator<Windowed<String>, ValueAndTimestamp<Long>> windows = store.fetchAll(fromMs, toMs)) {
            windows.forEachRemaining(window -> found.merge(
                    window.key.key(),
                    text(window.key.window().start(), window.value),
                    (all, next) -> all + " " + next));
        }
        return found;
    }

    private static String text(long startMs, ValueAndTimestamp<Long> value) {
        return startMs + "=" + value.value() + "@" + value.timestamp();
    }

    private static String within(NavigableMap<Long, String> windows, long fromMs, long toMs) {
        return String.join(" ", windows.subMap(fromMs, true, toMs, true).values());
    }

    private static Map<String, String> ofAll(Map<String, NavigableMap<Long, String>> model, long fromMs, long toMs) {
        Map<String, String> expected = new TreeMap<>();
        model.forEach((key, windows) -> expected.put(key, within(windows, fromMs, toMs)));
        expected.values().removeIf(String::isEmpty);
        return expected;
    }

    private static String expected(NavigableMap<Long, String> windows, long fromMs, long toMs) {
        Long before = windows.lowerKey(fromMs);
        return String.join(
                " ",
                windows.subMap(before == null ? fromMs : before, true, toMs, true)
                        .values());
    }

    @Test
    void theOneBeforeHasAValueHoweverManyWereDeleted() {
        for (long i = 1; i <= 100; i++) {
            add("a", i * 10, i);
            add("b", i * 10, i);
        }
        task.commit();
        for (long startMs = 20; startMs < 1_000; startMs += 10) {
            state().series("a", startMs, startMs).add(startMs, null, startMs);
        }
        task.commit();
        assertThat(text("a", 1_000, 2_000)).startsWith("10=1@11 ").endsWith(" 1000=100@1001");
        assertThat(text("b", 1_000, 2_000)).isEqualTo("990=99@991 1000=100@1001");
    }

    @Test
    void closedWindowsAreGivenOnceInTheOrderOfTheirStart() {
        add("b", 10, 1L);
        add("a", 20, 2L);
        task.commit();
        task.crash();
        state().watchClosing(0);
        add("a", 10, 3L);
        add("b", 30, 4L);
        state().series("a", 20, 20).write(1, null, 50);
        state().series("a", 20, 20).add(20, 5L, 50);

        List<String> taken = new ArrayList<>();
        state().takeClosed(20, (key, value, timestamp) -> taken.add(key + "=" + value + "@" + timestamp));
        state().takeClosed(20, (key, value, timestamp) -> taken.add("again " + key));
        // a persistent store that is not ordered by time has the windows of a key together
        assertThat(taken).containsExactly("[a@10/10010]=3@11", "[a@20/10020]=5@50", "[b@10/10010]=1@11");
    }
}
