package dev.millrace.state.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.fixture.TestTask;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is particular to windows that are in memory and nowhere else; the rest, {@code StoreModelTest} shows of all kinds. */
class MemoryWindowsTest {
    private static final long RETENTION_MS = 240_000;

    private final TestTask task = new TestTask(
            List.of(Stores.windowStoreBuilder(
                    Stores.inMemoryWindowStore("w", Duration.ofMillis(RETENTION_MS), Duration.ofSeconds(10), false),
                    Serdes.String(),
                    Serdes.Long())),
            new MemoryBudget(1_000, 1_000));

    private final WindowStore<String, Long> store = task.store("w");

    @AfterEach
    void close() {
        task.close();
    }

    private int windowsInMemory() {
        AtomicInteger count = new AtomicInteger();
        ((MemoryWindows) task.stores().windows("w"))
                .memory.forEach(windows -> count.addAndGet(windows.end() - windows.first()));
        return count.get();
    }

    @Test
    void nothingIsInTheDatabaseAndTheBudgetIsNotAsked() {
        for (int i = 0; i < 1_000; i++) {
            store.put("key" + i, 1L, 10_000);
        }

        assertThat(task.stores().commitWanted()).isFalse();
        assertThat(task.commit()).hasSize(1_000);
        assertThat(task.commit()).isEmpty();
        assertThat(task.rows("w", false)).isZero();
        assertThat(store.fetch("key7", 10_000)).isEqualTo(1);
    }

    @Test
    void aCommitLetsGoWhatHasExpired() {
        for (long startMs = 0; startMs < 10 * RETENTION_MS; startMs += 1_000) {
            store.put("a", startMs, startMs);
            store.put("b" + startMs, startMs, startMs);
            task.commit();
            assertThat(windowsInMemory()).isLessThanOrEqualTo(2 * 3 * (int) RETENTION_MS / 2_000 + 2);
        }
        assertThat(windowsInMemory()).isGreaterThanOrEqualTo(2 * (int) RETENTION_MS / 1_000);
    }

    @Test
    void aWalkMeetsWhatIsWrittenAheadOfIt() {
        for (String key : List.of("a", "b")) {
            for (long startMs = 10_000; startMs <= 40_000; startMs += 10_000) {
                store.put(key, startMs, startMs);
            }
        }
        List<String> seen = new ArrayList<>();
        try (KeyValueIterator<Windowed<String>, Long> walk = store.all()) {
            while (walk.hasNext()) {
                KeyValue<Windowed<String>, Long> next = walk.next();
                seen.add(next.key.key() + next.key.window().start() / 1_000 + "=" + next.value);
                if (next.key.key().equals("b") && next.key.window().start() == 10_000) {
                    store.put("a", 5L, 5_000);
                    store.put("b", null, 30_000);
                    store.put("b", 35L, 35_000);
                    store.put("a", 41L, 40_000);
                    task.commit();
                }
            }
        }
        assertThat(seen)
                .containsExactly(
                        "a10=10000",
                        "b10=10000",
                        "a20=20000",
                        "b20=20000",
                        "a30=30000",
                        "b35=35",
                        "a40=41",
                        "b40=40000");
    }
}
