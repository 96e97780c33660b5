package dev.millrace.state.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.JoinMatches;
import dev.millrace.state.JoinSideState;
import dev.millrace.state.fixture.LoggedRecord;
import dev.millrace.state.fixture.TestTask;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one side of a join finds again: at once, after commits, restarts and restores, and with little memory. */
class JoinSideTest {
    private static final long RETENTION_MS = 300_000;
    private static final RecordHeaders NO_HEADERS = new RecordHeaders();

    private static TestTask task(boolean persistent, long memoryBytes) {
        Duration retention = Duration.ofMillis(RETENTION_MS);
        WindowBytesStoreSupplier supplier = persistent
                ? Stores.persistentWindowStore("w", retention, Duration.ofSeconds(20), true)
                : Stores.inMemoryWindowStore("w", retention, Duration.ofSeconds(20), true);
        return new TestTask(
                List.of(Stores.windowStoreBuilder(supplier, Serdes.String(), Serdes.String())),
                new MemoryBudget(memoryBytes, 0));
    }

    private static String found(TestTask task, String key, long fromMs, long toMs) {
        List<String> found = new ArrayList<>();
        JoinMatches matches = task.stores().joinSide("w").find(key, fromMs, toMs);
        while (matches.next()) {
            found.add(matches.value() + "@" + matches.timestamp());
        }
        return String.join(" ", found);
    }

    private static void add(TestTask task, String key, String value, long timestamp) {
        task.stores().joinSide("w").add(key, value, timestamp, NO_HEADERS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void recordsOfAKeyAreFoundByTimeAndThenAsTheyCame(boolean persistent) {
        try (TestTask task = task(persistent, 1 << 20)) {
            add(task, "a", "1", 1000);
            add(task, "b", "2", 1000);
            add(task, "a", "3", 3000);
            task.commit();
            add(task, "a", "4", 2000);
            add(task, "a", "5", 1000);
            assertThat(found(task, "a", 0, 10_000)).isEqualTo("1@1000 5@1000 4@2000 3@3000");
            assertThat(found(task, "a", 1001, 2000)).isEqualTo("4@2000");
            assertThat(found(task, "c", 0, 10_000)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsOlderThanTheRetentionIsGoneButLogged(boolean persistent) {
        try (TestTask task = task(persistent, 1 << 20)) {
            add(task, "a", "old", 1000);
            add(task, "a", "new", 1000 + RETENTION_MS);
            assertThat(found(task, "a", 0, Long.MAX_VALUE)).isEqualTo("new@301000");
            add(task, "a", "late", 1000);
            add(task, "a", null, 301_000);
            assertThat(found(task, "a", 0, Long.MAX_VALUE)).isEqualTo("new@301000");
            assertThat(task.commit())
                    .extracting(LoggedRecord::value)
                    .containsExactlyInAnyOrder("6f6c64", "6e6577", "6c617465", null);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void committedRecordsSurviveACrashAndOthersDoNot(boolean persistent) {
        try (TestTask task = task(persistent, 1 << 20)) {
            add(task, "a", "1", 1000);
            add(task, "a", "2", 150_000);
            task.commit();
            add(task, "a", "lost", 150_000);
            task.crash();
            add(task, "a", "3", 160_000);
            assertThat(found(task, "a", 0, 200_000)).isEqualTo("1@1000 2@150000 3@160000");
            assertThat(found(task, "a", 150_000, 200_000)).isEqualTo("2@150000 3@160000");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void recordsOfEqualKeyAndTimeAllStayAndInOrderAlsoAcrossACrash(boolean persistent) {
        try (TestTask task = task(persistent, 1 << 20)) {
            add(task, "b", "0", 500);
            add(task, "a", "1", 1000);
            task.commit();
            task.crash();
            add(task, "a", "2", 1000);
            task.commit();
            task.crash();
            add(task, "a", "3", 1000);
            assertThat(task.commit()).extracting(LoggedRecord::value).containsExactly("33");
            try (TestTask other = task.elsewhere()) {
                add(other, "a", "4", 1000);
                other.commit();
                assertThat(found(other, "a", 0, 10_000)).isEqualTo("1@1000 2@1000 3@1000 4@1000");
            }
            assertThat(found(task, "a", 0, 10_000)).isEqualTo("1@1000 2@1000 3@1000");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChangelogBringsEverythingBack(boolean persistent) {
        try (TestTask task = task(persistent, 1 << 20)) {
            add(task, "a", "1", 1000);
            add(task, "a", "2", 1000);
            add(task, "b", "3", 70_000);
            task.commit();
            try (TestTask other = task.elsewhere()) {
                assertThat(found(other, "a", 0, 200_000)).isEqualTo("1@1000 2@1000");
                assertThat(found(other, "b", 0, 200_000)).isEqualTo("3@70000");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1 << 24, 20_000, 1_000})
    void aRandomHistoryIsFoundAgainHoweverLittleMemoryThereIs(long memoryBytes) {
        try (TestTask task = task(true, memoryBytes)) {
            Random random = new Random(memoryBytes);
            List<String[]> all = new ArrayList<>();
            long timeMs = 200_000;
            for (int i = 0; i < 3_000; i++) {
                timeMs += random.nextInt(300);
                task.stores().joinSide("w").lookBack(10_000);
                long timestamp = Math.max(0, timeMs - (random.nextInt(10) == 0 ? random.nextInt(100_000) : 0));
                String key = "k" + random.nextInt(5);
                add(task, key, "v" + i, timestamp);
                all.add(new String[] {key, "v" + i, Long.toString(timestamp)});
                if (random.nextInt(50) == 0) {
                    task.commit();
                }
                if (random.nextInt(500) == 0) {
                    task.commit();
                    task.crash();
                }
                long toMs = timeMs - random.nextInt(100_000);
                String asked = "k" + random.nextInt(5);
                assertThat(found(task, asked, toMs - 10_000, toMs).split(" "))
                        .as("step " + i)
                        .containsExactly(
                                expected(all, asked, toMs - 10_000, toMs).split(" "));
            }
        }
    }

    private static String expected(List<String[]> all, String key, long fromMs, long toMs) {
        long latest =
                all.stream().mapToLong(row -> Long.parseLong(row[2])).max().orElse(0);
        List<String[]> wanted = new ArrayList<>(all.stream()
                .filter(row -> row[0].equals(key))
                .filter(row -> Long.parseLong(row[2]) >= Math.max(fromMs, latest - RETENTION_MS + 1))
                .filter(row -> Long.parseLong(row[2]) <= toMs)
                .toList());
        wanted.sort((a, b) -> Long.compare(Long.parseLong(a[2]), Long.parseLong(b[2])));
        return String.join(
                " ", wanted.stream().map(row -> row[1] + "@" + row[2]).toList());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void waitingIsRememberedUntilItEnds(boolean persistent) {
        try (TestTask task = task(persistent, 1 << 20)) {
            JoinSideState side = task.stores().joinSide("w");
            add(task, "a", "1", 1000);
            side.lastWaits();
            add(task, "a", "2", 1000);
            assertThat(waiting(side)).containsExactly("1");
            assertThat(waiting(side)).isEmpty();
        }
    }

    private static List<String> waiting(JoinSideState side) {
        List<String> waiting = new ArrayList<>();
        JoinMatches matches = side.find("a", 0, 10_000);
        while (matches.next()) {
            if (matches.stopsWaiting()) {
                waiting.add(matches.value().toString());
            }
        }
        return waiting;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void userCodeSeesAllThatLiesSideBySide(boolean persistent) {
        try (TestTask task = task(persistent, 1 << 20)) {
            WindowStore<String, String> store = task.store("w");
            store.put("b", "1", 1000);
            store.put("a", "2", 1000);
            task.commit();
            store.put("a", "3", 1000);
            store.put("a", "4", 70_000);
            assertThat(text(store.fetch("a", 0, 100_000))).isEqualTo("1000=2 1000=3 70000=4");
            assertThat(text(store.backwardFetch("a", 0, 100_000))).isEqualTo("70000=4 1000=3 1000=2");
            assertThat(text(store.all()))
                    .isEqualTo(
                            persistent
                                    ? "[a@1000/21000]=2 [a@1000/21000]=3 [a@70000/90000]=4 [b@1000/21000]=1"
                                    : "[a@1000/21000]=2 [a@1000/21000]=3 [b@1000/21000]=1 [a@70000/90000]=4");
        }
    }

    private static String text(KeyValueIterator<?, String> windows) {
        List<String> found = new ArrayList<>();
        try (windows) {
            windows.forEachRemaining(window -> found.add(window.key + "=" + window.value));
        }
        return String.join(" ", found);
    }
}
