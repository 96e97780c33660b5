package dev.millrace.state.versioned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.state.fixture.LoggedRecord;
import dev.millrace.state.fixture.TestTask;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.VersionedKeyValueStore;
import dev.millrace.streams.state.VersionedRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A versioned store against a naive model of it, through commits, crashes and restores. */
class VersionedStoreTest {
    private static final long RETENTION_MS = 300_000;
    private static final String[] KEYS = {"a", "ab", "b", ""};

    /** All versions of every key, for ever. */
    private static final class Model {
        private final Map<String, TreeMap<Long, String>> versions = new HashMap<>();
        private long observedMs = -1;

        private NavigableMap<Long, String> of(String key) {
            return versions.computeIfAbsent(key, unseen -> new TreeMap<>());
        }

        long put(String key, String value, long timestamp) {
            observedMs = Math.max(observedMs, timestamp);
            if (timestamp < observedMs - RETENTION_MS) {
                return VersionedKeyValueStore.PUT_RETURN_CODE_NOT_PUT;
            }
            of(key).put(timestamp, value);
            Long next = of(key).higherKey(timestamp);
            return next == null ? VersionedKeyValueStore.PUT_RETURN_CODE_VALID_TO_UNDEFINED : next;
        }

        VersionedRecord<String> get(String key, long asOf) {
            Map.Entry<Long, String> held = of(key).floorEntry(asOf);
            if (held == null || held.getValue() == null) {
                return null;
            }
            Long next = of(key).higherKey(held.getKey());
            return next != null && asOf < observedMs - RETENTION_MS
                    ? null
                    : new VersionedRecord<>(held.getValue(), held.getKey());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itAnswersAsTheModelDoes(long seed) {
        Random random = new Random(seed);
        Model model = new Model();
        long nowMs = 1_000_000;
        try (TestTask task = TestTask.with(builder())) {
            for (int step = 0; step < 3_000; step++) {
                VersionedKeyValueStore<String, String> store = task.store("versions");
                String key = KEYS[random.nextInt(KEYS.length)];
                nowMs += random.nextInt(4_000);
                long timestamp = random.nextInt(3) == 0 ? nowMs - random.nextInt(350_000) : nowMs;
                String value = random.nextInt(4) == 0 ? null : "v" + step;
                assertThat(store.put(key, value, timestamp)).isEqualTo(model.put(key, value, timestamp));
                String asked = KEYS[random.nextInt(KEYS.length)];
                long asOf = nowMs - random.nextInt(400_000);
                assertThat(store.get(asked, asOf)).isEqualTo(model.get(asked, asOf));
                assertThat(store.get(asked)).isEqualTo(model.get(asked, Long.MAX_VALUE));
                int dice = random.nextInt(100);
                if (dice < 10) {
                    task.commit();
                }
                if (dice == 0) {
                    task.crash();
                }
            }
            task.commit();
            sameElsewhere(task, model, nowMs);
        }
    }

    private static void sameElsewhere(TestTask task, Model model, long nowMs) {
        try (TestTask other = task.elsewhere()) {
            VersionedKeyValueStore<String, String> store = other.store("versions");
            for (String key : KEYS) {
                for (long asOf = nowMs - RETENTION_MS; asOf <= nowMs; asOf += 997) {
                    assertThat(store.get(key, asOf)).isEqualTo(model.get(key, asOf));
                }
            }
        }
    }

    @Test
    void theChangelogGetsEveryVersionInTheOrderOfWriting() {
        try (TestTask task = TestTask.with(builder())) {
            VersionedKeyValueStore<String, String> store = task.store("versions");
            store.put("k", "1", 20);
            store.put("a", "2", 30);
            store.put("k", "3", 10);
            assertThat(store.delete("k", 25)).isEqualTo(new VersionedRecord<>("1", 20));
            assertThat(task.commit())
                    .containsExactly(
                            logged("6b", "31", 20),
                            logged("61", "32", 30),
                            logged("6b", "33", 10),
                            logged("6b", null, 25));
            assertThat(task.commit()).isEmpty();
        }
    }

    @Test
    void whatIsTooOldIsLoggedButNotKept() {
        try (TestTask task = TestTask.with(builder())) {
            VersionedKeyValueStore<String, String> store = task.store("versions");
            store.put("new", "1", RETENTION_MS + 100);
            assertThat(store.put("old", "2", 99)).isEqualTo(VersionedKeyValueStore.PUT_RETURN_CODE_NOT_PUT);
            assertThat(store.get("old")).isNull();
            assertThat(task.commit()).hasSize(2);
        }
    }

    @Test
    void timeSurvivesARestart() {
        try (TestTask task = TestTask.with(builder())) {
            task.<VersionedKeyValueStore<String, String>>store("versions").put("new", "1", RETENTION_MS + 100);
            task.commit();
            task.crash();
            VersionedKeyValueStore<String, String> store = task.store("versions");
            assertThat(store.put("old", "2", 99)).isEqualTo(VersionedKeyValueStore.PUT_RETURN_CODE_NOT_PUT);
        }
    }

    @Test
    void cachingIsRefused() {
        assertThatThrownBy(() -> builder().withCachingEnabled())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("versions");
    }

    @Test
    void timesAreChecked() {
        for (Duration wrong : List.of(Duration.ofMillis(-1), Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatThrownBy(() -> Stores.persistentVersionedKeyValueStore("versions", wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Stores.persistentVersionedKeyValueStore("versions", Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static StoreBuilder<VersionedKeyValueStore<String, String>> builder() {
        return Stores.versionedKeyValueStoreBuilder(
                Stores.persistentVersionedKeyValueStore("versions", Duration.ofMillis(RETENTION_MS)),
                Serdes.String(),
                Serdes.String());
    }

    private static LoggedRecord logged(String key, String value, long timestamp) {
        return new LoggedRecord(TestTask.changelog("versions"), key, value, timestamp);
    }
}
