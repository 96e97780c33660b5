package dev.millrace.state.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.fixture.TestTask;
import dev.millrace.streams.kstream.SessionWindow;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.AggregationWithHeaders;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStoreWithHeaders;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.TimestampedKeyValueStoreWithHeaders;
import dev.millrace.streams.state.TimestampedWindowStoreWithHeaders;
import dev.millrace.streams.state.ValueTimestampHeaders;
import java.time.Duration;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that keep headers, through commits, crashes and restores. */
class HeaderStoreTest {
    private static final Duration RETENTION = Duration.ofSeconds(100);
    private static final Duration SIZE = Duration.ofSeconds(1);

    /** Begins as headers do in front of a stored value. */
    private static final byte[] LIKE_HEADERS = {(byte) 0x80, 4, 2};

    private static Headers headers(String name) {
        return new RecordHeaders().add(name, new byte[] {1}).add("none", null);
    }

    private static ValueTimestampHeaders<byte[]> value(int value, Headers headers) {
        return ValueTimestampHeaders.make(new byte[] {(byte) value}, 70 + value, headers);
    }

    private static TestTask task(KeyValueBytesStoreSupplier supplier, Serde<?> valueSerde) {
        return TestTask.with(Stores.timestampedKeyValueStoreWithHeadersBuilder(supplier, Serdes.String(), valueSerde));
    }

    private static void checkValues(TestTask task) {
        TimestampedKeyValueStoreWithHeaders<String, String> store = task.store("store");
        assertThat(store.get("a")).isEqualTo(ValueTimestampHeaders.make("1", 71, headers("h")));
        assertThat(store.get("b")).isEqualTo(ValueTimestampHeaders.make("2", 72, new RecordHeaders()));
        assertThat(store.get("c")).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void headersSurviveACommitACrashAndAMove(boolean persistent) {
        KeyValueBytesStoreSupplier supplier = persistent
                ? Stores.persistentTimestampedKeyValueStoreWithHeaders("store")
                : Stores.inMemoryKeyValueStore("store");
        try (TestTask task = task(supplier, Serdes.String())) {
            TimestampedKeyValueStoreWithHeaders<String, String> store = task.store("store");
            store.put("a", ValueTimestampHeaders.make("1", 71, headers("h")));
            store.put("b", ValueTimestampHeaders.make("2", 72, new RecordHeaders()));
            store.put("c", ValueTimestampHeaders.make("3", 73, headers("gone")));
            store.delete("c");
            checkValues(task);
            task.commit();
            checkValues(task);
            task.crash();
            checkValues(task);
            try (TestTask other = task.elsewhere()) {
                checkValues(other);
            }
        }
    }

    @Test
    void theChangelogGetsTheHeadersOfValuesAndForADeletionThoseOfTheRecord() {
        try (TestTask task = task(Stores.persistentTimestampedKeyValueStoreWithHeaders("store"), Serdes.ByteArray())) {
            TimestampedKeyValueStoreWithHeaders<String, byte[]> store = task.store("store");
            store.put("a", value(1, headers("own")));
            assertThat(task.commit()).singleElement().satisfies(record -> {
                assertThat(record.value()).isEqualTo("01");
                assertThat(record.timestamp()).isEqualTo(71);
                assertThat(record.headers()).isEqualTo(headers("own"));
            });
            task.origin().turnTo("in", 0, 99);
            store.delete("a");
            assertThat(task.commit()).singleElement().satisfies(record -> {
                assertThat(record.value()).isNull();
                assertThat(record.headers()).isEqualTo(task.origin().headers());
            });
        }
    }

    @Test
    void whoChangesHeadersAfterwardsDoesNotChangeTheStore() {
        try (TestTask task = task(Stores.persistentTimestampedKeyValueStoreWithHeaders("store"), Serdes.ByteArray())) {
            TimestampedKeyValueStoreWithHeaders<String, byte[]> store = task.store("store");
            Headers given = headers("h");
            store.put("a", value(1, given));
            given.add("later", null);
            store.get("a").headers().add("read", null);
            assertThat(store.get("a").headers()).isEqualTo(headers("h"));
        }
    }

    @Test
    void aStoreThatCannotKeepHeadersLogsThem() {
        try (TestTask task = task(Stores.persistentTimestampedKeyValueStore("store"), Serdes.ByteArray())) {
            TimestampedKeyValueStoreWithHeaders<String, byte[]> store = task.store("store");
            store.put("a", value(1, headers("h")));
            assertThat(store.get("a").headers()).isEmpty();
            assertThat(task.commit())
                    .singleElement()
                    .satisfies(record -> assertThat(record.headers()).isEqualTo(headers("h")));
        }
    }

    @Test
    void windowsKeepHeadersToo() {
        try (TestTask task = TestTask.with(Stores.timestampedWindowStoreWithHeadersBuilder(
                Stores.persistentTimestampedWindowStoreWithHeaders("store", RETENTION, SIZE, false),
                Serdes.String(),
                Serdes.String()))) {
            TimestampedWindowStoreWithHeaders<String, String> store = task.store("store");
            store.put("a", ValueTimestampHeaders.make("1", 71, headers("h")), 5000);
            task.commit();
            try (TestTask other = task.elsewhere()) {
                TimestampedWindowStoreWithHeaders<String, String> restored = other.store("store");
                assertThat(restored.fetch("a", 5000)).isEqualTo(ValueTimestampHeaders.make("1", 71, headers("h")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sessionsKeepHeadersToo(boolean persistent) {
        SessionBytesStoreSupplier supplier = persistent
                ? Stores.persistentSessionStoreWithHeaders("store", RETENTION)
                : Stores.inMemorySessionStore("store", RETENTION);
        try (TestTask task =
                TestTask.with(Stores.sessionStoreWithHeadersBuilder(supplier, Serdes.String(), Serdes.ByteArray()))) {
            SessionStoreWithHeaders<String, byte[]> store = task.store("store");
            store.put(session("a"), AggregationWithHeaders.make(new byte[] {1}, headers("h")));
            store.put(session("like headers"), AggregationWithHeaders.make(LIKE_HEADERS, new RecordHeaders()));
            store.put(session("empty"), AggregationWithHeaders.make(new byte[0], new RecordHeaders()));
            task.commit();
            task.crash();
            checkSessions(task);
            try (TestTask other = task.elsewhere()) {
                checkSessions(other);
            }
        }
    }

    private static Windowed<String> session(String key) {
        return new Windowed<>(key, new SessionWindow(3, 5));
    }

    private static void checkSessions(TestTask task) {
        SessionStoreWithHeaders<String, byte[]> store = task.store("store");
        assertThat(store.fetchSession("a", 3, 5).headers()).isEqualTo(headers("h"));
        assertThat(store.fetchSession("a", 3, 5).aggregation()).containsExactly(1);
        assertThat(store.fetchSession("like headers", 3, 5).aggregation()).isEqualTo(LIKE_HEADERS);
        assertThat(store.fetchSession("like headers", 3, 5).headers()).isEmpty();
        assertThat(store.fetchSession("empty", 3, 5).aggregation()).isEmpty();
    }
}
