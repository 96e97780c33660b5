package dev.millrace.state.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.fixture.LoggedRecord;
import dev.millrace.state.fixture.TestTask;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

/** Commits that leave the database as it is. */
class WriteLaterTest {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final TopicPartition CHANGELOG = TestTask.changelog("s");

    private static StoreBuilder<KeyValueStore<String, Long>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore("s"), Serdes.String(), Serdes.Long())
                .withLoggingEnabled(Map.of());
    }

    private static Long reached(TestTask task) {
        return task.stores().restorePositions().get(CHANGELOG);
    }

    private static List<Long> values(List<LoggedRecord> records) {
        return records.stream()
                .map(record -> Long.parseLong(record.value(), 16))
                .toList();
    }

    @Test
    void eachCommitLogsWhatChangedSinceTheLastAndOnlyThat() {
        try (TestTask task = TestTask.with(builder()).writesEvery(NEVER)) {
            KeyValueStore<String, Long> store = task.store("s");
            store.put("a", 1L);
            store.put("b", 2L);
            assertThat(values(task.commit())).containsExactlyInAnyOrder(1L, 2L);
            store.put("b", 3L);
            assertThat(values(task.commit())).containsExactly(3L);
            assertThat(task.commit()).isEmpty();
            assertThat(reached(task)).isEqualTo(0L);
        }
    }

    @Test
    void aWriteTakesWhatEarlierCommitsHaveLeftAndTheirOffsets() {
        try (TestTask task = TestTask.with(builder()).writesEvery(2)) {
            KeyValueStore<String, Long> store = task.store("s");
            store.put("a", 1L);
            task.commit();
            assertThat(reached(task)).isEqualTo(0L);
            assertThat(task.commit()).isEmpty();
            assertThat(reached(task)).isEqualTo(1L);
        }
    }

    @Test
    void aTaskThatIsClosedAfterACommitHasNothingToReplay() {
        TestTask task = TestTask.with(builder()).writesEvery(NEVER);
        KeyValueStore<String, Long> store = task.store("s");
        store.put("a", 1L);
        store.put("b", 2L);
        task.commit();
        task.crash();
        assertThat(task.replayed()).isZero();
        assertThat(task.<KeyValueStore<String, Long>>store("s").get("a")).isEqualTo(1L);
        task.close();
    }

    @Test
    void whatIsNotCommittedIsNotWrittenAtTheEndEither() {
        TestTask task = TestTask.with(builder()).writesEvery(NEVER);
        KeyValueStore<String, Long> store = task.store("s");
        store.put("a", 1L);
        store.put("b", 2L);
        task.commit();
        store.put("a", 9L);
        task.crash();
        assertThat(task.replayed()).isEqualTo(2);
        KeyValueStore<String, Long> again = task.store("s");
        assertThat(again.get("a")).isEqualTo(1L);
        assertThat(again.get("b")).isEqualTo(2L);
        task.close();
    }
}
