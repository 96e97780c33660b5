package dev.millrace.engine.operator.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.operator.Bench;
import dev.millrace.engine.operator.FakeTask;
import dev.millrace.engine.operator.FakeWindows;
import dev.millrace.streams.kstream.SlidingWindows;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.definition.WindowedOperator.SlidingAggregate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Windows of 10 ms. */
class SlidingAggregateOperatorTest {
    private static final long SIZE_MS = 10;

    private final FakeTask task = new FakeTask();
    private final FakeWindows store = task.windowStore("store", SIZE_MS);

    private Bench sliding(long graceMs, boolean emitsOnClose) {
        return Bench.of(
                task,
                new SlidingAggregate(
                        SlidingWindows.ofTimeDifferenceAndGrace(Duration.ofMillis(SIZE_MS), Duration.ofMillis(graceMs)),
                        () -> "",
                        (key, value, aggregate) -> aggregate + "" + value,
                        emitsOnClose,
                        new TableStep("store", false)));
    }

    @Test
    void aRecordChangesTheWindowsItFallsIntoTheLatestFirstAndMakesItsOwn() {
        Bench bench = sliding(1000, false);

        assertThat(bench.record("k", "a", 100)).containsExactly("[k@90/100]: a<-null@100");
        assertThat(bench.record("k", "b", 104)).containsExactly("[k@101/111]: b<-null@104", "[k@94/104]: ab<-null@104");
        assertThat(bench.record("k", "c", 109))
                .containsExactly("[k@101/111]: bc<-null@109", "[k@105/115]: c<-null@109", "[k@99/109]: abc<-null@109");
    }

    @Test
    void aLateRecordMakesAWindowOfTheRecordsBehindIt() {
        Bench bench = sliding(1000, false);
        bench.record("k", "a", 120);

        assertThat(bench.record("k", "b", 110))
                .containsExactly("[k@110/120]: ab<-null@120", "[k@100/110]: b<-null@110", "[k@111/121]: a<-null@120");
    }

    @Test
    void noWindowBeginsBeforeTimeDoes() {
        Bench bench = sliding(1000, false);
        bench.record("k", "a", 5);
        bench.record("k", "b", 3);

        assertThat(store.content()).containsOnly(Map.entry("k@0", "ab@5"), Map.entry("k@4", "a@5"));
    }

    @Test
    void windowsThatAreClosedAreNeitherChangedNorMade() {
        Bench bench = sliding(0, false);
        bench.record("k", "a", 135);

        assertThat(bench.record("k", "b", 126))
                .containsExactly("[k@125/135]: ab<-null@135", "[k@127/137]: a<-null@135");
        assertThat(bench.record("k", "late", 124)).isEmpty();
        assertThat(task.dropped).containsExactly("node: its windows are closed");
    }

    @Test
    void recordsWithoutKeyOrValueAreLeftOut() {
        Bench bench = sliding(0, false);

        assertThat(bench.record(null, "a", 500)).isEmpty();
        assertThat(bench.record("k", null, 500)).isEmpty();
        assertThat(bench.record("k", "a", 100)).hasSize(1);
        assertThat(task.dropped).containsExactly("node: it has no key", "node: it has no value");
    }

    @Test
    void aFinalResultComesOnceTimeIsPastTheEndAndTheGracePeriod() {
        Bench bench = sliding(5, true);
        bench.record("k", "a", 100);

        assertThat(bench.record("k", "b", 105)).isEmpty();
        assertThat(bench.record("j", "c", 106)).containsExactly("[k@90/100]: a<-null@100");
        assertThat(bench.record("j", "d", 117))
                .containsExactlyInAnyOrder(
                        "[k@95/105]: ab<-null@105", "[j@96/106]: c<-null@106", "[k@101/111]: b<-null@105");
    }

    @Test
    void thereIsAWindowForEverySetOfRecordsThatASpanCovers() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Bench bench = sliding(1_000_000, false);
            String key = "k" + seed;
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                long timeMs = random.nextInt(seed % 2 == 0 ? 50 : 25) + (seed % 3 == 0 ? 0L : 100L);
                times.add(timeMs);
                bench.record(key, (char) ('a' + i), timeMs);
            }
            assertThat(contentOf(key)).as("seed %d, times %s", seed, times).isEqualTo(windowsOf(times));
        }
    }

    private Map<Long, String> contentOf(String key) {
        Map<Long, String> content = new TreeMap<>();
        store.content().forEach((place, value) -> {
            if (place.startsWith(key + "@")) {
                String letters = value.substring(0, value.indexOf('@'));
                content.put(
                        Long.parseLong(place.substring(key.length() + 1)),
                        letters.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining()));
            }
        });
        return content;
    }

    /** By definition: one that ends with each record, and one right behind each record if it has any. */
    private static Map<Long, String> windowsOf(List<Long> times) {
        Map<Long, String> windows = new TreeMap<>();
        for (long timeMs : times) {
            long leftMs = Math.max(0, timeMs - SIZE_MS);
            windows.put(leftMs, recordsFrom(leftMs, times));
            String right = recordsFrom(timeMs + 1, times);
            if (!right.isEmpty()) {
                windows.put(timeMs + 1, right);
            }
        }
        return windows;
    }

    private static String recordsFrom(long startMs, List<Long> times) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < times.size(); i++) {
            if (times.get(i) >= startMs && times.get(i) <= startMs + SIZE_MS) {
                letters.append((char) ('a' + i));
            }
        }
        return letters.toString();
    }
}
