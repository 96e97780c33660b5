package dev.millrace.state.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.fixture.TestTask;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In what order windows come, and when they go. The expected lines are what the reference printed for the same program. */
class WindowOrderTest {
    private static final long RETENTION_MS = 240_000;
    private TestTask task;

    @AfterEach
    void close() {
        task.close();
    }

    private WindowStore<String, Long> filled(boolean persistent, boolean committed) {
        WindowStore<String, Long> store = empty(persistent);
        store.put("b", 1L, 10_000);
        store.put("a", 2L, 30_000);
        store.put("aa", 3L, 20_000);
        store.put("a", 4L, 130_000);
        store.put("b", 5L, 125_000);
        store.put("c", 6L, 125_000);
        if (committed) {
            task.commit();
        }
        store.put("a", 7L, 10_000);
        store.put("a\0", 8L, 10_000);
        store.put("", 9L, 40_000);
        store.put("A", 10L, 245_000);
        store.put("a", 11L, 245_000);
        return store;
    }

    private WindowStore<String, Long> empty(boolean persistent) {
        Duration retention = Duration.ofMillis(RETENTION_MS);
        Duration size = Duration.ofSeconds(10);
        WindowBytesStoreSupplier supplier = persistent
                ? Stores.persistentWindowStore("w", retention, size, false)
                : Stores.inMemoryWindowStore("w", retention, size, false);
        task = TestTask.with(Stores.windowStoreBuilder(supplier, Serdes.String(), Serdes.Long()));
        return task.store("w");
    }

    private static String text(KeyValueIterator<Windowed<String>, Long> windows) {
        List<String> found = new ArrayList<>();
        try (windows) {
            while (windows.hasNext()) {
                KeyValue<Windowed<String>, Long> next = windows.next();
                found.add(next.key.key().replace("\0", "\\0") + "@"
                        + next.key.window().start() / 1000 + "=" + next.value);
            }
        }
        return String.join(" ", found);
    }

    private static String starts(KeyValueIterator<Long, Long> windows) {
        List<String> found = new ArrayList<>();
        try (windows) {
            while (windows.hasNext()) {
                KeyValue<Long, Long> next = windows.next();
                found.add(next.key / 1000 + "=" + next.value);
            }
        }
        return String.join(" ", found);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPersistentStoreGoesBySegmentThenKey(boolean committed) {
        WindowStore<String, Long> store = filled(true, committed);
        assertThat(text(store.all()))
                .isEqualTo("@40=9 a\\0@10=8 a@10=7 a@30=2 aa@20=3 b@10=1 a@130=4 b@125=5 c@125=6 A@245=10 a@245=11");
        assertThat(text(store.backwardAll()))
                .isEqualTo("a@245=11 A@245=10 c@125=6 b@125=5 a@130=4 b@10=1 aa@20=3 a@30=2 a@10=7 a\\0@10=8 @40=9");
        assertThat(text(store.fetchAll(50_000, 200_000))).isEqualTo("a@130=4 b@125=5 c@125=6");
        assertThat(text(store.backwardFetchAll(50_000, 200_000))).isEqualTo("c@125=6 b@125=5 a@130=4");
        assertThat(text(store.fetch("a", "b", 0, Long.MAX_VALUE)))
                .isEqualTo("a\\0@10=8 a@10=7 a@30=2 aa@20=3 b@10=1 a@130=4 b@125=5 a@245=11");
        assertThat(text(store.backwardFetch("a", "b", 0, Long.MAX_VALUE)))
                .isEqualTo("a@245=11 b@125=5 a@130=4 b@10=1 aa@20=3 a@30=2 a@10=7 a\\0@10=8");
        assertThat(text(store.fetch(null, "b", 0, Long.MAX_VALUE)))
                .isEqualTo("@40=9 a\\0@10=8 a@10=7 a@30=2 aa@20=3 b@10=1 a@130=4 b@125=5 A@245=10 a@245=11");
        assertThat(text(store.fetch("aa", null, 0, Long.MAX_VALUE))).isEqualTo("aa@20=3 b@10=1 b@125=5 c@125=6");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStoreInMemoryGoesByStartThenKey(boolean committed) {
        WindowStore<String, Long> store = filled(false, committed);
        assertThat(text(store.all()))
                .isEqualTo("a@10=7 a\\0@10=8 b@10=1 aa@20=3 a@30=2 @40=9 b@125=5 c@125=6 a@130=4 A@245=10 a@245=11");
        assertThat(text(store.backwardAll()))
                .isEqualTo("a@245=11 A@245=10 a@130=4 c@125=6 b@125=5 @40=9 a@30=2 aa@20=3 b@10=1 a\\0@10=8 a@10=7");
        assertThat(text(store.fetchAll(50_000, 200_000))).isEqualTo("b@125=5 c@125=6 a@130=4");
        assertThat(text(store.backwardFetchAll(50_000, 200_000))).isEqualTo("a@130=4 c@125=6 b@125=5");
        assertThat(text(store.fetch("a", "b", 0, Long.MAX_VALUE)))
                .isEqualTo("a@10=7 a\\0@10=8 b@10=1 aa@20=3 a@30=2 b@125=5 a@130=4 a@245=11");
        assertThat(text(store.fetch("aa", null, 0, Long.MAX_VALUE))).isEqualTo("b@10=1 aa@20=3 b@125=5 c@125=6");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void theWindowsOfOneKeyGoByStart(boolean persistent, boolean committed) {
        WindowStore<String, Long> store = filled(persistent, committed);
        assertThat(starts(store.fetch("a", 0, Long.MAX_VALUE))).isEqualTo("10=7 30=2 130=4 245=11");
        assertThat(starts(store.backwardFetch("a", 0, Long.MAX_VALUE))).isEqualTo("245=11 130=4 30=2 10=7");
        assertThat(starts(store.fetch("a", 30_000, 130_000))).isEqualTo("30=2 130=4");
        assertThat(starts(store.backwardFetch("a", 30_000, 130_000))).isEqualTo("130=4 30=2");
        assertThat(starts(store.fetch("a", 100, 50))).isEmpty();
        assertThat(text(store.fetch("b", "a", 0, Long.MAX_VALUE))).isEmpty();
        assertThat(store.fetch("a", 130_000)).isEqualTo(4L);
        assertThat(store.fetch("a", 130_001)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void whatStartedTheRetentionAgoIsGone(boolean persistent, boolean committed) {
        WindowStore<String, Long> store = filled(persistent, committed);
        store.put("x", 1L, 400_000);
        for (long start : new long[] {0, 119_999, 120_000, 159_999, 160_000, 160_001}) {
            store.put("p" + start, 1L, start);
        }
        if (committed) {
            task.commit();
        }
        assertThat(text(store.all())).isEqualTo("p160001@160=1 A@245=10 a@245=11 x@400=1");
        assertThat(store.fetch("p160000", 160_000)).isNull();
        assertThat(store.fetch("p160001", 160_001)).isEqualTo(1L);
        store.put("y", 1L, 480_000);
        assertThat(text(store.all())).isEqualTo("A@245=10 a@245=11 x@400=1 y@480=1");
        task.commit();
        task.crash();
        assertThat(text(task.<WindowStore<String, Long>>store("w").fetchAll(240_001, Long.MAX_VALUE)))
                .isEqualTo("A@245=10 a@245=11 x@400=1 y@480=1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void expiredBucketsLeaveTheDatabase(boolean persistent) {
        WindowStore<String, Long> store = empty(persistent);
        for (long start = 0; start < 10 * RETENTION_MS; start += 10_000) {
            store.put("k", start, start);
            task.commit();
        }
        assertThat(task.rows("w", persistent)).isLessThan(2 * RETENTION_MS / 10_000);
    }
}
