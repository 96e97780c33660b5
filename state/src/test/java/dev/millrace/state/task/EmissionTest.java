package dev.millrace.state.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.KeyValueState;
import dev.millrace.state.Slot;
import dev.millrace.state.WindowState;
import dev.millrace.state.fixture.TestTask;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.TimestampedKeyValueStore;
import dev.millrace.streams.state.ValueAndTimestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

/** What a caching store emits, when, in what order and on whose behalf. */
class EmissionTest {
    private final List<String> emitted = new ArrayList<>();

    private static StoreBuilder<TimestampedKeyValueStore<String, Long>> builder(KeyValueBytesStoreSupplier supplier) {
        return Stores.timestampedKeyValueStoreBuilder(supplier, Serdes.String(), Serdes.Long())
                .withCachingEnabled();
    }

    private static StoreBuilder<TimestampedKeyValueStore<String, Long>> counts() {
        return builder(Stores.persistentTimestampedKeyValueStore("counts"));
    }

    private void listen(TestTask task, KeyValueState state, boolean oldValues) {
        state.onEmission(
                (key, newValue, oldValue, timestamp, headers) -> emitted.add(key + ":" + oldValue + "->" + newValue
                        + "@" + timestamp + "/" + task.origin().offset()),
                oldValues);
    }

    private static void count(TestTask task, String key, long offset) {
        task.origin().turnTo("in", offset, 100 + offset);
        KeyValueState state = task.stores().keyValues("counts");
        Slot slot = state.slot(key);
        Long before = (Long) slot.value();
        state.write(slot, key, before == null ? 1L : before + 1, 100 + offset);
    }

    @Test
    void eachKeyIsEmittedOnceTheOneWrittenLongestAgoFirst() {
        try (TestTask task = TestTask.with(counts())) {
            listen(task, task.stores().keyValues("counts"), true);
            long offset = 0;
            for (String key : List.of("c", "a", "b", "c", "d", "a")) {
                count(task, key, offset++);
            }
            assertThat(emitted).isEmpty();
            task.commit();
            assertThat(emitted)
                    .containsExactly("b:null->1@102/2", "c:null->2@103/3", "d:null->1@104/4", "a:null->2@105/5");
            assertThat(task.origin().offset()).isEqualTo(5);
            emitted.clear();
            count(task, "a", 6);
            count(task, "a", 7);
            task.commit();
            assertThat(emitted).containsExactly("a:2->4@107/7");
            task.commit();
            assertThat(emitted).hasSize(1);
        }
    }

    @Test
    void howeverOftenAKeyIsWrittenTheLastWriteIsTheOneThatCounts() {
        try (TestTask task = TestTask.with(counts())) {
            listen(task, task.stores().keyValues("counts"), true);
            count(task, "early", 0);
            for (long offset = 1; offset <= 50_000; offset++) {
                count(task, offset % 2 == 0 ? "even" : "odd", offset);
            }
            task.commit();
            assertThat(emitted)
                    .containsExactly(
                            "early:null->1@100/0", "odd:null->25000@50099/49999", "even:null->25000@50100/50000");
        }
    }

    @Test
    void whatIsWrittenDuringEmissionComesLastEvenIfItWaitedAlready() {
        try (TestTask task = TestTask.with(counts())) {
            KeyValueState state = task.stores().keyValues("counts");
            state.onEmission(
                    (key, newValue, oldValue, timestamp, headers) -> {
                        emitted.add(key + "->" + newValue);
                        if (emitted.size() == 1) {
                            count(task, "b", 10);
                            count(task, "new", 11);
                            task.stores().emitCached();
                        }
                    },
                    true);
            for (String key : List.of("a", "b", "c", "c")) {
                count(task, key, 0);
            }
            task.commit();
            assertThat(emitted).containsExactly("a->1", "c->2", "b->2", "new->1");
        }
    }

    @Test
    void oldValuesComeFromTheDatabaseAfterARestart() {
        try (TestTask task = TestTask.with(counts())) {
            count(task, "a", 0);
            task.commit();
            task.crash();
            listen(task, task.stores().keyValues("counts"), true);
            count(task, "a", 1);
            task.commit();
            assertThat(emitted).containsExactly("a:1->2@101/1");
        }
    }

    @Test
    void whoDoesNotAskForOldValuesGetsNone() {
        try (TestTask task = TestTask.with(counts())) {
            listen(task, task.stores().keyValues("counts"), false);
            count(task, "a", 0);
            task.commit();
            count(task, "a", 1);
            task.commit();
            assertThat(emitted).containsExactly("a:null->1@100/0", "a:null->2@101/1");
        }
    }

    @Test
    void aKeyThatHadNoValueAndHasNoneIsNeitherEmittedNorLogged() {
        try (TestTask task = TestTask.with(counts())) {
            listen(task, task.stores().keyValues("counts"), true);
            count(task, "a", 0);
            task.<TimestampedKeyValueStore<String, Long>>store("counts").delete("a");
            assertThat(task.commit()).isEmpty();
            assertThat(emitted).isEmpty();
        }
    }

    @Test
    void aDeletionIsEmittedIfTheKeyHadAValue() {
        try (TestTask task = TestTask.with(counts())) {
            listen(task, task.stores().keyValues("counts"), true);
            count(task, "a", 0);
            task.commit();
            emitted.clear();
            task.origin().turnTo("in", 1, 150);
            task.<TimestampedKeyValueStore<String, Long>>store("counts").delete("a");
            task.commit();
            assertThat(emitted).containsExactly("a:1->null@150/1");
        }
    }

    @Test
    void userCodeThatWritesAStoreOfTheLanguageIsHeardToo() {
        try (TestTask task = TestTask.with(counts())) {
            listen(task, task.stores().keyValues("counts"), true);
            task.<TimestampedKeyValueStore<String, Long>>store("counts").put("a", ValueAndTimestamp.make(9L, 5));
            task.commit();
            assertThat(emitted).containsExactly("a:null->9@5/-1");
        }
    }

    @Test
    void withoutACacheNothingWaits() {
        try (TestTask task = new TestTask(List.of(counts()), new MemoryBudget(1 << 20, 0))) {
            assertThat(task.stores().keyValues("counts").caching()).isFalse();
        }
    }

    @Test
    void aFullCacheEmitsEarly() {
        try (TestTask task = new TestTask(List.of(counts()), new MemoryBudget(1 << 20, 1000))) {
            listen(task, task.stores().keyValues("counts"), true);
            for (int i = 0; i < 25; i++) {
                count(task, "key" + i, i);
            }
            assertThat(emitted).hasSizeBetween(5, 24);
            task.commit();
            assertThat(emitted).hasSize(25);
            assertThat(emitted.get(0)).startsWith("key0:null->1");
        }
    }

    @Test
    void anEmissionThatWritesAnotherCachingStoreIsFollowedUp() {
        StoreBuilder<TimestampedKeyValueStore<String, Long>> sums = builder(Stores.inMemoryKeyValueStore("sums"));
        try (TestTask task = TestTask.with(sums, counts())) {
            KeyValueState sum = task.stores().keyValues("sums");
            listen(task, sum, true);
            task.stores()
                    .keyValues("counts")
                    .onEmission(
                            (key, newValue, oldValue, timestamp, headers) -> sum.put("all", newValue, timestamp),
                            false);
            count(task, "a", 0);
            count(task, "b", 1);
            task.commit();
            assertThat(emitted).containsExactly("all:null->1@101/1");
            assertThat(task.<KeyValueStore<String, Object>>store("sums").get("all"))
                    .isEqualTo(ValueAndTimestamp.make(1L, 101));
        }
    }

    @Test
    void windowsAreEmittedWithTheirBounds() {
        try (TestTask task = TestTask.with(Stores.timestampedWindowStoreBuilder(
                        Stores.persistentTimestampedWindowStore(
                                "w", Duration.ofMinutes(5), Duration.ofSeconds(1), false),
                        Serdes.String(),
                        Serdes.Long())
                .withCachingEnabled())) {
            WindowState state = task.stores().windows("w");
            state.onEmission((key, newValue, oldValue, timestamp, headers) -> emitted.add(key + "=" + newValue), false);
            for (long start : new long[] {500, 1000, 500}) {
                Slot slot = state.slot("k", start);
                state.write(slot, "k", start, start, start);
            }
            task.commit();
            assertThat(emitted).containsExactly("[k@1000/2000]=1000", "[k@500/1500]=500");
        }
    }
}
