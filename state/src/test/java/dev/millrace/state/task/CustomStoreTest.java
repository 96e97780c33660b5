package dev.millrace.state.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.state.fixture.FakeContext;
import dev.millrace.state.fixture.FakeOrigin;
import dev.millrace.state.fixture.LoggedRecord;
import dev.millrace.state.fixture.TestTask;
import dev.millrace.state.memory.MemoryDatabase;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.processor.BatchingStateRestoreCallback;
import dev.millrace.streams.processor.StateRestoreCallback;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.TimestampedKeyValueStore;
import dev.millrace.streams.state.ValueAndTimestamp;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that are not, or not only, made by {@code Stores}. */
class CustomStoreTest {

    /** Remembers what is done to it. */
    private static class Diary implements StateStore {
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

    /** Remembers its offsets too, in a place that survives it. */
    private static final class Managing extends Diary {
        private final Map<TopicPartition, Long> offsets;

        Managing(Map<TopicPartition, Long> offsets) {
            this.offsets = offsets;
        }

        @Override
        public void commit(Map<TopicPartition, Long> changelogOffsets) {
            offsets.putAll(changelogOffsets);
        }

        @Override
        public Long committedOffset(TopicPartition partition) {
            return offsets.get(partition);
        }

        @Override
        @SuppressWarnings("deprecation") // there is nothing else to say it with
        public boolean managesOffsets() {
            return true;
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
            task.stores().restore(changelog, "k".getBytes(UTF_8), "v".getBytes(UTF_8), 5, new RecordHeaders());
            task.stores().commitRestored(changelog, 1);
            assertThat(diary.entries).containsExactly("restore k=v", "commit {" + changelog + "=0}", "callback");
            assertThat(task.stores().restorePositions()).containsEntry(changelog, 1L);
            diary.entries.clear();
            task.stores().commit(Map.of(changelog, 4L, TestTask.changelog("other"), 9L));
            assertThat(diary.entries).containsExactly("commit {" + changelog + "=3}", "callback");
            assertThat(task.stores().restorePositions()).containsEntry(changelog, 4L);
            diary.entries.clear();
            task.stores().commit(Map.of());
            assertThat(diary.entries)
                    .as("it is told again where it is")
                    .containsExactly("commit {" + changelog + "=3}", "callback");
            assertThatThrownBy(() -> task.stores().keyValues("diary"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("diary");
        }
    }

    @Test
    void aStoreThatManagesItsOffsetsSaysWhereItIs() {
        TopicPartition changelog = TestTask.changelog("diary");
        Map<TopicPartition, Long> offsets = new HashMap<>();
        MemoryDatabase disk = new MemoryDatabase();
        try (TaskStores stores = managing(offsets, disk)) {
            assertThat(stores.restorePositions()).containsEntry(changelog, null);
            stores.commit(Map.of());
            assertThat(offsets).as("nothing is known").containsEntry(changelog, -4L);
            assertThat(stores.restorePositions()).containsEntry(changelog, null);
            stores.commitRestored(changelog, 3);
            assertThat(offsets).as("the last that was restored").containsEntry(changelog, 2L);
            stores.commit(Map.of(changelog, 4L));
            assertThat(offsets).as("the last that was written").containsEntry(changelog, 3L);
            assertThat(stores.restorePositions()).containsEntry(changelog, 4L);
            assertThat(disk.changelogOffset(changelog)).isNull();
        }
        offsets.put(changelog, 1L);
        try (TaskStores stores = managing(offsets, new MemoryDatabase())) {
            assertThat(stores.restorePositions()).containsEntry(changelog, 2L);
        }
        offsets.put(changelog, -4L);
        try (TaskStores stores = managing(offsets, new MemoryDatabase())) {
            assertThat(stores.restorePositions()).containsEntry(changelog, null);
        }
    }

    private static TaskStores managing(Map<TopicPartition, Long> offsets, MemoryDatabase disk) {
        TaskStores stores = new TaskStores(
                List.of(StorePlacement.logged(
                        new CustomBuilder<>("diary", () -> new Managing(offsets)), TestTask.changelog("diary"))),
                disk,
                new MemoryDatabase(),
                new FakeOrigin(),
                new MemoryBudget(1 << 20, 0));
        stores.open(new FakeContext());
        return stores;
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
                    topic, "k".getBytes(UTF_8), Serdes.Long().serializer().serialize("", 5L), 77, new RecordHeaders());
            stores.commitRestored(topic, 1);
            @SuppressWarnings("unchecked")
            TimestampedKeyValueStore<String, Long> store = (TimestampedKeyValueStore<String, Long>) stores.store("t");
            assertThat(store.get("k")).isEqualTo(ValueAndTimestamp.make(5L, 77));
            store.put("k", ValueAndTimestamp.make(6L, 78));
            stores.prepareCommit(
                    (changelog, key, value, timestamp, headers) -> {
                        throw new AssertionError("wrote to " + changelog);
                    },
                    true);
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
                            0,
                            new RecordHeaders());
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
                    .prepareCommit(
                            (changelog, loggedKey, value, timestamp, headers) ->
                                    assertThat(loggedKey).isSameAs(bytes),
                            true);
            assertThat(store.get("key")).isEqualTo(1L);
        }
    }

    /** Asks for a store of the test's own making. */
    private record CustomSupplier(String name, Supplier<KeyValueStore<Bytes, byte[]>> maker)
            implements KeyValueBytesStoreSupplier {

        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            return maker.get();
        }

        @Override
        public String metricsScope() {
            return "custom";
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSuppliedStoreOfBytesMayBeOneOfOurs(boolean persistent) {
        KeyValueBytesStoreSupplier ours =
                persistent ? Stores.persistentKeyValueStore("s") : Stores.inMemoryKeyValueStore("s");
        try (TestTask task = TestTask.with(Stores.timestampedKeyValueStoreBuilder(
                new CustomSupplier("s", ours::get), Serdes.String(), Serdes.Long()))) {
            TimestampedKeyValueStore<String, Long> store = task.store("s");
            store.put("a", ValueAndTimestamp.make(1L, 5));
            store.put("b", ValueAndTimestamp.make(2L, 6));
            assertThat(task.commit())
                    .containsExactly(
                            new LoggedRecord(TestTask.changelog("s"), "61", "0000000000000001", 5),
                            new LoggedRecord(TestTask.changelog("s"), "62", "0000000000000002", 6));
            store.delete("b");
            task.crash();
            store = task.store("s");
            assertThat(store.get("a")).isEqualTo(ValueAndTimestamp.make(1L, persistent ? -1 : 5));
            assertThat(store.get("b").value()).isEqualTo(2L);
            assertThat(store.persistent()).isEqualTo(persistent);
            try (TestTask other = task.elsewhere()) {
                assertThat(other.<TimestampedKeyValueStore<String, Long>>store("s")
                                .get("a")
                                .value())
                        .isEqualTo(1L);
            }
        }
    }

    @Test
    void aSuppliedStoreOfBytesMayBeAnyOther() {
        MapStore map = new MapStore(null);
        try (TestTask task = TestTask.with(
                Stores.keyValueStoreBuilder(new CustomSupplier("s", () -> map), Serdes.String(), Serdes.Long()))) {
            KeyValueStore<String, Long> store = task.store("s");
            store.put("b", 1L);
            store.put("a", 2L);
            store.put("c", 3L);
            assertThat(map.content).isEmpty();
            assertThat(task.commit()).hasSize(3);
            assertThat(map.content).hasSize(3);
            assertThat(map.commits).isPositive();
            store.delete("b");
            assertThat(store.get("b")).isNull();
            try (var entries = store.range("a", "c")) {
                assertThat(entries.next().key).isEqualTo("a");
                assertThat(entries.next().key).isEqualTo("c");
                assertThat(entries.hasNext()).isFalse();
            }
            task.crash();
            store = task.store("s");
            assertThat(store.get("b")).isEqualTo(1L);
            assertThat(store.approximateNumEntries()).isEqualTo(3);
        }
    }

    private static StoreBuilder<TimestampedKeyValueStore<String, String>> over(MapStore map) {
        return Stores.timestampedKeyValueStoreBuilder(
                new CustomSupplier("s", () -> map), Serdes.String(), Serdes.String());
    }

    /** With a timestamp in front, as such a store keeps its values. */
    private static String text(byte[] key, byte[] value) {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        return new String(key, UTF_8) + "=" + bytes.getLong() + UTF_8.decode(bytes);
    }

    private static void restoreTwice(TestTask task) {
        TopicPartition changelog = TestTask.changelog("s");
        for (String value : List.of("u", "v")) {
            task.stores().restore(changelog, "k".getBytes(UTF_8), value.getBytes(UTF_8), 5, new RecordHeaders());
        }
        task.stores().commitRestored(changelog, 2);
        task.stores().restored(changelog);
    }

    @Test
    void aSuppliedStoreIsRestoredThroughItsCallbackRecordByRecord() {
        List<String> restored = new ArrayList<>();
        MapStore map = new MapStore((key, value) -> restored.add(text(key, value)));
        try (TestTask task = TestTask.with(over(map))) {
            TimestampedKeyValueStore<String, String> store = task.store("s");
            assertThat(map.initializedAs).isSameAs(store);
            assertThat(store.get("k")).isNull();
            restoreTwice(task);
            assertThat(restored).containsExactly("k=5u", "k=5v");
            assertThat(map.content).as("what the callback did not keep").isEmpty();
            assertThat(map.callbacks).isEqualTo(map.commits).isPositive();
            store.put("k", ValueAndTimestamp.make("w", 7));
            int before = map.callbacks;
            task.commit();
            assertThat(map.callbacks).isEqualTo(before + 1);
            assertThat(map.content).hasSize(1);
        }
    }

    @Test
    void aSuppliedStoreMayBeRestoredInBatches() {
        List<List<String>> batches = new ArrayList<>();
        BatchingStateRestoreCallback callback = records -> batches.add(
                records.stream().map(each -> text(each.key, each.value)).toList());
        try (TestTask task = TestTask.with(over(new MapStore(callback)))) {
            restoreTwice(task);
            assertThat(batches).containsExactly(List.of("k=5u", "k=5v"));
        }
    }

    @Test
    void aSuppliedStoreThatRegistersNothingIsRestoredByWritingToIt() {
        MapStore map = new MapStore(null);
        try (TestTask task = TestTask.with(over(map))) {
            restoreTwice(task);
            assertThat(map.content).hasSize(1);
            assertThat(task.<TimestampedKeyValueStore<String, String>>store("s").get("k"))
                    .isEqualTo(ValueAndTimestamp.make("v", 5));
        }
    }

    /** A user's store of bytes. */
    private static final class MapStore implements KeyValueStore<Bytes, byte[]> {
        private final TreeMap<Bytes, byte[]> content = new TreeMap<>();
        private final @Nullable StateRestoreCallback callback;
        private @Nullable StateStore initializedAs;
        private int commits;
        private int callbacks;
        private boolean open;

        /** @param callback what to register; null to register nothing */
        MapStore(@Nullable StateRestoreCallback callback) {
            this.callback = callback;
        }

        @Override
        public String name() {
            return "s";
        }

        @Override
        public void init(StateStoreContext context, StateStore root) {
            if (callback != null) {
                context.register(root, callback, () -> callbacks++);
            }
            initializedAs = root;
            open = true;
        }

        @Override
        public void commit(Map<TopicPartition, Long> changelogOffsets) {
            commits++;
        }

        @Override
        public void put(Bytes key, byte[] value) {
            content.put(key, value);
        }

        @Override
        public byte[] putIfAbsent(Bytes key, byte[] value) {
            return content.putIfAbsent(key, value);
        }

        @Override
        public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
            entries.forEach(entry -> content.put(entry.key, entry.value));
        }

        @Override
        public byte[] delete(Bytes key) {
            return content.remove(key);
        }

        @Override
        public byte[] get(Bytes key) {
            return content.get(key);
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
            return new MapIterator(
                    content.subMap(from, true, to, true).entrySet().iterator());
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> all() {
            return new MapIterator(content.entrySet().iterator());
        }

        @Override
        public long approximateNumEntries() {
            return content.size();
        }

        @Override
        public void close() {
            open = false;
        }

        @Override
        public boolean persistent() {
            return false;
        }

        @Override
        public boolean isOpen() {
            return open;
        }
    }

    private record MapIterator(Iterator<Map.Entry<Bytes, byte[]>> entries) implements KeyValueIterator<Bytes, byte[]> {

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            Map.Entry<Bytes, byte[]> next = entries.next();
            return KeyValue.pair(next.getKey(), next.getValue());
        }

        @Override
        public Bytes peekNextKey() {
            throw new UnsupportedOperationException("peekNextKey");
        }

        @Override
        public void close() {}
    }
}
