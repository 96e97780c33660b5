package dev.millrace.state.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.fixture.LoggedRecord;
import dev.millrace.state.fixture.TestTask;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.TimestampedKeyValueStore;
import dev.millrace.streams.state.TimestampedWindowStore;
import dev.millrace.streams.state.ValueAndTimestamp;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

/** The expected bytes were read from changelogs that the reference wrote. */
class ChangelogBytesTest {
    private static final Duration RETENTION = Duration.ofSeconds(100);
    private static final Duration SIZE = Duration.ofSeconds(1);

    private static LoggedRecord record(String store, String key, String value, long timestamp) {
        return new LoggedRecord(TestTask.changelog(store), key, value, timestamp);
    }

    @Test
    void aPlainStoreLogsValuesWithTheTimeOfTheRecordThatWroteThem() {
        try (TestTask task = TestTask.with(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore("pk"), Serdes.String(), Serdes.Long()))) {
            KeyValueStore<String, Long> store = task.store("pk");
            task.origin().turnTo("in", 0, 1000);
            store.put("a", 5L);
            store.put("b", 1L);
            store.put("b", 2L);
            assertThat(task.commit())
                    .containsExactly(
                            record("pk", "61", "0000000000000005", 1000), record("pk", "62", "0000000000000002", 1000));
            task.origin().turnTo("in", 1, 2000);
            store.delete("a");
            store.put("nn", null);
            assertThat(task.commit()).containsExactly(record("pk", "61", null, 2000), record("pk", "6e6e", null, 2000));
        }
    }

    @Test
    void aTimestampedStoreLogsTheValueAloneAndItsTimeAsTheRecordsTimestamp() {
        try (TestTask task = TestTask.with(Stores.timestampedKeyValueStoreBuilder(
                Stores.persistentTimestampedKeyValueStore("tk"), Serdes.String(), Serdes.Long()))) {
            TimestampedKeyValueStore<String, Long> store = task.store("tk");
            task.origin().turnTo("in", 0, 1000);
            store.put("a", ValueAndTimestamp.make(5L, 77));
            store.put("b", ValueAndTimestamp.make(5L, 78));
            store.put("b", ValueAndTimestamp.make(6L, 79));
            assertThat(store.putIfAbsent("a", ValueAndTimestamp.make(9L, 1))).isEqualTo(ValueAndTimestamp.make(5L, 77));
            assertThat(task.commit())
                    .containsExactly(
                            record("tk", "61", "0000000000000005", 77), record("tk", "62", "0000000000000006", 79));
            task.origin().turnTo("in", 1, 2000);
            store.delete("a");
            assertThat(task.commit()).containsExactly(record("tk", "61", null, 2000));
        }
    }

    @Test
    void aWindowStoreLogsWindowStartAndANumberBehindTheKey() {
        try (TestTask task = TestTask.with(Stores.windowStoreBuilder(
                Stores.persistentWindowStore("w", RETENTION, SIZE, false), Serdes.String(), Serdes.Long()))) {
            WindowStore<String, Long> store = task.store("w");
            task.origin().turnTo("in", 0, 1000);
            store.put("a", 1L, 5000);
            store.put("b", null, 7000);
            assertThat(task.commit())
                    .containsExactly(
                            record("w", "61000000000000138800000000", "0000000000000001", 1000),
                            record("w", "620000000000001b5800000000", null, 1000));
        }
    }

    @Test
    void aTimestampedWindowStoreLogsTheTimeOfTheValue() {
        try (TestTask task = TestTask.with(Stores.timestampedWindowStoreBuilder(
                Stores.persistentTimestampedWindowStore("tw", RETENTION, SIZE, false),
                Serdes.String(),
                Serdes.Long()))) {
            TimestampedWindowStore<String, Long> store = task.store("tw");
            task.origin().turnTo("in", 0, 1000);
            store.put("a", ValueAndTimestamp.make(3L, 99), 5000);
            assertThat(task.commit())
                    .containsExactly(record("tw", "61000000000000138800000000", "0000000000000003", 99));
            store.put("a", null, 5000);
            assertThat(task.commit()).containsExactly(record("tw", "61000000000000138800000000", null, 1000));
        }
    }

    @Test
    void duplicatesAreNumberedFromOneOn() {
        try (TestTask task = TestTask.with(Stores.windowStoreBuilder(
                Stores.inMemoryWindowStore("mw", RETENTION, SIZE, true), Serdes.String(), Serdes.Long()))) {
            WindowStore<String, Long> store = task.store("mw");
            task.origin().turnTo("in", 0, 1000);
            store.put("a", 1L, 5000);
            store.put("a", 2L, 5000);
            assertThat(task.commit())
                    .containsExactly(
                            record("mw", "61000000000000138800000001", "0000000000000001", 1000),
                            record("mw", "61000000000000138800000002", "0000000000000002", 1000));
        }
    }

    @Test
    void aTimestampedStoreOverAPlainSupplierLogsTimesButDoesNotKeepThem() {
        try (TestTask task = TestTask.with(Stores.timestampedKeyValueStoreBuilder(
                Stores.persistentKeyValueStore("tp"), Serdes.String(), Serdes.Long()))) {
            TimestampedKeyValueStore<String, Long> store = task.store("tp");
            store.put("a", ValueAndTimestamp.make(1L, 5));
            assertThat(store.get("a")).isEqualTo(ValueAndTimestamp.make(1L, -1));
            assertThat(task.commit()).containsExactly(record("tp", "61", "0000000000000001", 5));
            task.crash();
            assertThat(task.<TimestampedKeyValueStore<String, Long>>store("tp").get("a"))
                    .isEqualTo(ValueAndTimestamp.make(1L, -1));
        }
    }
}
