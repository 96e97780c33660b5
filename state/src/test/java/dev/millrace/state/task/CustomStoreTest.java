package dev.millrace.state.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.state.fixture.FakeContext;
import dev.millrace.state.fixture.FakeOrigin;
import dev.millrace.state.fixture.TestTask;
import dev.millrace.state.memory.MemoryDatabase;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.TimestampedKeyValueStore;
import dev.millrace.streams.state.ValueAndTimestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

/** Stores that are not, or not only, made by {@code Stores}. */
class CustomStoreTest {

    /** Remembers what is done to it. */
    private static final class Diary implements StateStore {
        private final List<String> entries = new ArrayList<>();
        private boolean open;

        @Override
        public String name() {
            return "diary";
        }

        @Override
        public void init(StateStoreContext context, StateStore root) {
            context.register(
                    root,
                    (key, value) -> entries.add("restore " + new String(key, UTF_8) + "=" + new String(value, UTF_8)),
                    () -> entries.add("callback"));
            open = true;
        }

        @Override
        public void commit(Map<TopicPartition, Long> changelogOffsets) {
            entries.add("commit " + changelogOffsets);
        }

        @Override
        public void close() {
            open = false;
        }

        @Override
        public boolean persistent() {
            return true;
        }

        @Override
        public boolean isOpen() {
            return open;
        }
    }

    /** A store of the user's that keeps its content in one of ours. */
    private static final class Counter implements StateStore {
        private final KeyValueStore<String, Long> inner = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore("inner"), Serdes.String(), Serdes.Long())
                .build();

        void count(String key) {
            Long before = inner.get(key);
            inner.put(key, before == null ? 1 : before + 1);
        }

        @Override
        public String name() {
            return "counter";
        }

        @Override
        public void init(StateStoreContext context, StateStore root) {
            inner.init(context, root);
        }

        @Override
        public void close() {
            inner.close();
        }

        @Override
        public boolean persistent() {
            return true;
        }

        @Override
        public boolean isOpen() {
            return inner.isOpen();
        }
    }

    private record CustomBuilder<T extends StateStore>(String name, Supplier<T> maker) implements StoreBuilder<T> {

        @Override
        public StoreBuilder<T> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<T> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<T> withLoggingEnabled(Map<String, String> config) {
            return this;
        }

        @Override
        public StoreBuilder<T> withLoggingDisabled() {
            return this;
        }

        @Override
        public T build() {
            return maker.get();
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return true;
        }
    }

    @Test
    void aCustomStoreIsRestoredThroughItsCallbackAndToldToCommit() {
        TopicPartition changelog = TestTask.changelog("diary");
        try (TestTask task = TestTask.with(new CustomBuilder<>("diary", Diary::new))) {
            Diary diary = task.store("diary");
            assertThat(diary.isOpen()).isTrue();
            diary.entries.clear();
            task.stores().restore(changelog, "k".getBytes(UTF_8), "v".getBytes(UTF_8), 5);
            task.stores().commitRestored(changelog, 1);
            assertThat(diary.entries).containsExactly("restore k=v", "commit {" + changelog + "=1}", "callback");
            assertThat(task.stores().restorePositions()).containsEntry(changelog, 1L);
            diary.entries.clear();
            task.stores().commit(Map.of(changelog, 4L, TestTask.changelog("other"), 9L));
            assertThat(diary.entries).containsExactly("commit {" + changelog + "=4}", "callback");
            assertThat(task.stores().restorePositions()).containsEntry(changelog, 4L);
            assertThatThrownBy(() -> task.stores().keyValues("diary"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("diary");
        }
    }

    @Test
    void aCustomStoreMayKeepItsContentInOneOfOurs() {
        try (TestTask task = TestTask.with(new CustomBuilder<>("counter", Counter::new))) {
            Counter counter = task.store("counter");
            counter.count("a");
            counter.count("a");
            assertThat(task.commit()).hasSize(1);
            counter.count("a");
            task.crash();
            assertThat(task.<Counter>store("counter").inner.get("a")).isEqualTo(2L);
            try (TestTask other = task.elsewhere()) {
                assertThat(other.<Counter>store("counter").inner.get("a")).isEqualTo(2L);
            }
        }
    }

    @Test
    void aSourceTopicStandsInForAChangelogAndIsNotWrittenTo() {
        TopicPartition topic = new TopicPartition("table", 0);
        StoreBuilder<TimestampedKeyValueStore<String, Long>> builder = Stores.timestampedKeyValueStoreBuilder(
                Stores.persistentTimestampedKeyValueStore("t"), Serdes.String(), Serdes.Long());
        try (TaskStores stores = new TaskStores(
                List.of(StorePlacement.filledFrom(builder, List.of(topic))),
                new MemoryDatabase(),
                new MemoryDatabase(),
                new FakeOrigin(),
                new MemoryBudget(1 << 20, 0))) {
            stores.open(new FakeContext());
            stores.restore(
                    topic, "k".getBytes(UTF_8), Serdes.Long().serializer().serialize("", 5L), 77);
            stores.commitRestored(topic, 1);
            @SuppressWarnings("unchecked")
            TimestampedKeyValueStore<String, Long> store = (TimestampedKeyValueStore<String, Long>) stores.store("t");
            assertThat(store.get("k")).isEqualTo(ValueAndTimestamp.make(5L, 77));
            store.put("k", ValueAndTimestamp.make(6L, 78));
            stores.writeChangelogs((changelog, key, value, timestamp, headers) -> {
                throw new AssertionError("wrote to " + changelog);
            });
            stores.commit(Map.of(topic, 2L));
            assertThat(stores.restorePositions()).containsEntry(topic, 2L);
        }
    }

    @Test
    void aStandbySeesWhatIsRestoredEvenIfItReadTheKeyBefore() {
        TopicPartition changelog = TestTask.changelog("s");
        try (TestTask task = TestTask.with(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore("s"), Serdes.String(), Serdes.Long()))) {
            KeyValueStore<String, Long> store = task.store("s");
            assertThat(store.get("k")).isNull();
            task.stores()
                    .restore(
                            changelog,
                            "k".getBytes(UTF_8),
                            Serdes.Long().serializer().serialize("", 5L),
                            0);
            task.stores().commitRestored(changelog, 1);
            assertThat(store.get("k")).isEqualTo(5L);
        }
    }

    @Test
    void aStoreWorksWithoutATaskInAUnitTest() {
        KeyValueStore<String, Long> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("s"), Serdes.String(), Serdes.Long())
                .withLoggingDisabled()
                .build();
        assertThat(store.isOpen()).isFalse();
        FakeContext context = new FakeContext();
        store.init(context, store);
        assertThat(context.registered()).isSameAs(store);
        store.put("a", 1L);
        assertThat(store.get("a")).isEqualTo(1L);
        store.close();
        assertThat(store.isOpen()).isFalse();
    }

    @Test
    void theBytesAKeyCameWithAreUsedAgain() {
        try (TestTask task = TestTask.with(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore("s"), Serdes.String(), Serdes.Long()))) {
            KeyValueStore<String, Long> store = task.store("s");
            String key = new String("key");
            byte[] bytes = "key".getBytes(UTF_8);
            task.origin().cameWith(key, bytes);
            store.put(key, 1L);
            task.stores()
                    .writeChangelogs((changelog, loggedKey, value, timestamp, headers) ->
                            assertThat(loggedKey).isSameAs(bytes));
            assertThat(store.get("key")).isEqualTo(1L);
        }
    }
}
