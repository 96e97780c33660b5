package dev.millrace.state.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.state.fixture.LoggedRecord;
import dev.millrace.state.fixture.TestTask;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.QueryConfig;
import dev.millrace.streams.query.QueryResult;
import dev.millrace.streams.query.VersionedKeyQuery;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.VersionedBytesStoreSupplier;
import dev.millrace.streams.state.VersionedKeyValueStore;
import dev.millrace.streams.state.VersionedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

/** Versioned stores whose versions are kept in a store that the user supplies. */
class SuppliedVersionsTest {

    private record CustomSupplier(Supplier<KeyValueStore<Bytes, byte[]>> maker) implements VersionedBytesStoreSupplier {
        @Override
        public String name() {
            return "v";
        }

        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            return maker.get();
        }

        @Override
        public String metricsScope() {
            return "custom";
        }

        @Override
        public long historyRetentionMs() {
            return 60_000;
        }
    }

    private static StoreBuilder<VersionedKeyValueStore<String, Long>> builder(
            Supplier<KeyValueStore<Bytes, byte[]>> maker) {
        return Stores.versionedKeyValueStoreBuilder(new CustomSupplier(maker), Serdes.String(), Serdes.Long());
    }

    private static TestTask overOneOfOurs() {
        return TestTask.with(builder(Stores.persistentVersionedKeyValueStore("inner", Duration.ofMinutes(1))::get))
                .writesEvery(1);
    }

    @Test
    void aSuppliedStoreMayBeOneOfOurs() {
        try (TestTask task = overOneOfOurs()) {
            VersionedKeyValueStore<String, Long> store = task.store("v");
            assertThat(store.put("a", 1L, 1_000)).isEqualTo(VersionedKeyValueStore.PUT_RETURN_CODE_VALID_TO_UNDEFINED);
            assertThat(store.put("a", 2L, 500)).isEqualTo(1_000);
            assertThat(store.delete("a", 2_000)).isEqualTo(new VersionedRecord<>(1L, 1_000));
            assertThat(store.put("b", 3L, -100_000)).isEqualTo(VersionedKeyValueStore.PUT_RETURN_CODE_NOT_PUT);
            assertThat(task.commit())
                    .containsExactly(
                            new LoggedRecord(TestTask.changelog("v"), "61", "0000000000000001", 1_000),
                            new LoggedRecord(TestTask.changelog("v"), "61", "0000000000000002", 500),
                            new LoggedRecord(TestTask.changelog("v"), "61", null, 2_000),
                            new LoggedRecord(TestTask.changelog("v"), "62", "0000000000000003", -100_000));
            store.put("a", 4L, 3_000);
            task.crash();
            assertHistory(task.store("v"));
            assertThat(task.replayed()).isZero();
        }
    }

    @Test
    void aSuppliedStoreIsRestoredFromTheChangelog() {
        try (TestTask task = overOneOfOurs()) {
            VersionedKeyValueStore<String, Long> store = task.store("v");
            store.put("a", 1L, 1_000);
            store.put("a", 2L, 500);
            store.delete("a", 2_000);
            task.commit();
            try (TestTask other = task.elsewhere()) {
                assertThat(other.replayed()).isEqualTo(3);
                assertHistory(other.store("v"));
            }
        }
    }

    private static void assertHistory(VersionedKeyValueStore<String, Long> store) {
        assertThat(store.get("a")).isNull();
        assertThat(store.get("a", 1_999)).isEqualTo(new VersionedRecord<>(1L, 1_000));
        assertThat(store.get("a", 999)).isEqualTo(new VersionedRecord<>(2L, 500));
        assertThat(store.get("a", 499)).isNull();
    }

    @Test
    void theSuppliedStoreAnswersQueries() {
        try (TestTask task = overOneOfOurs()) {
            VersionedKeyValueStore<String, Long> store = task.store("v");
            store.put("a", 1L, 1_000);
            store.put("a", 2L, 1_500);
            QueryResult<VersionedRecord<Long>> answer = store.query(
                    VersionedKeyQuery.<String, Long>withKey("a").asOf(Instant.ofEpochMilli(1_200)),
                    PositionBound.unbounded(),
                    new QueryConfig(true));
            assertThat(answer.getResult()).isEqualTo(new VersionedRecord<>(1L, 1_000, 1_500));
            assertThat(answer.getExecutionInfo()).hasSize(2);
            assertThat(answer.getPosition()).isEqualTo(store.getPosition());
        }
    }

    @Test
    void aSuppliedStoreWithoutVersionsIsRefused() {
        assertThatThrownBy(() ->
                        builder(Stores.inMemoryKeyValueStore("inner")::get).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("VersionedBytesStore");
    }
}
