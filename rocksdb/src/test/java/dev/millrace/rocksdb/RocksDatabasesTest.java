package dev.millrace.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.state.database.ByteCursor;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateDatabase;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.streams.errors.InvalidStateStoreException;
import dev.millrace.streams.errors.ProcessorStateException;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.state.RocksDBConfigSetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.slf4j.Logger;
import org.slf4j.event.EventRecodingLogger;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.helpers.SubstituteLogger;

/** What is special about databases on disk: they come back, change shape, can be damaged, and share memory. */
class RocksDatabasesTest {
    private static final TopicPartition A_CHANGELOG = new TopicPartition("app-a-changelog", 2);
    private static final TopicPartition B_CHANGELOG = new TopicPartition("app-b-changelog", 2);
    private static final Map<String, String> CHANGELOGS = Map.of("a", A_CHANGELOG.topic(), "b", B_CHANGELOG.topic());

    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<SubstituteLoggingEvent> events = new ConcurrentLinkedQueue<>();
    private final Logger log = new EventRecodingLogger(new SubstituteLogger("test", events, false), events);
    private RocksDatabases databases = new RocksDatabases(64 << 20, 16 << 20, null, Map.of(), Runnable::run, log);

    @AfterEach
    void closeBudget() {
        databases.close();
    }

    private StateDatabase open(String... stores) {
        return databases.open(folder.resolve("database"), List.of(stores), CHANGELOGS);
    }

    private void use(RocksDBConfigSetter setter) {
        databases.close();
        databases =
                new RocksDatabases(64 << 20, 16 << 20, () -> setter, Map.of("setting", "value"), Runnable::run, log);
    }

    @Test
    void contentAndOffsetsComeBackAfterAnOrderlyClose() {
        try (StateDatabase database = open("a", "b")) {
            commit(database, "a", A_CHANGELOG, 5);
            commit(database, "b", B_CHANGELOG, 7);
        }
        try (StateDatabase database = open("a", "b")) {
            assertThat(StateDatabaseContract.all(database.store("a"))).containsExactly("key=5");
            assertThat(StateDatabaseContract.all(database.store("b"))).containsExactly("key=7");
            assertThat(database.changelogOffsets())
                    .containsOnly(Map.entry(A_CHANGELOG, 5L), Map.entry(B_CHANGELOG, 7L));
        }
    }

    @Test
    void restoredRowsComeBackAfterAnOrderlyCloseAndLeaveNoFilesBeside() throws IOException {
        Path leftBehind = folder.resolve("database").resolve("1-0.restored");
        try (StateDatabase database = open("a")) {
            commit(database, "a", A_CHANGELOG, 5);
            Files.writeString(leftBehind, "by a process that was killed");
        }
        try (StateDatabase database = open("a")) {
            assertThat(leftBehind).doesNotExist();
            try (StateTransaction transaction = database.begin()) {
                transaction.restore(database.store("a"), StateDatabaseContract.manyRows("value"));
                transaction.changelogOffset(A_CHANGELOG, 7);
                transaction.commit();
            }
            assertThat(leftBehind).doesNotExist();
        }
        try (StateDatabase database = open("a")) {
            assertThat(StateDatabaseContract.all(database.store("a"))).hasSize(9_001);
            assertThat(database.changelogOffsets()).containsOnly(Map.entry(A_CHANGELOG, 7L));
        }
    }

    @Test
    void restoredRowsAreWrittenByTheThreadThatWritesCommits() throws Exception {
        List<Runnable> accepted = new ArrayList<>();
        try (RocksDatabases slow =
                        new RocksDatabases(64 << 20, 16 << 20, null, Map.of(), accepted::add, NOPLogger.NOP_LOGGER);
                StateDatabase database = slow.open(folder.resolve("slow"), List.of("a"), CHANGELOGS)) {
            try (StateTransaction transaction = database.begin()) {
                transaction.restore(database.store("a"), StateDatabaseContract.manyRows("value"));
                transaction.changelogOffset(A_CHANGELOG, 7);
                transaction.commit();
            }
            assertThat(accepted).as("writes under way").hasSize(1);
            assertThat(tables("slow")).isEmpty();

            accepted.get(0).run();

            assertThat(tables("slow")).hasSize(1);
            assertThat(StateDatabaseContract.all(database.store("a"))).hasSize(9_000);
        }
    }

    private List<Path> tables(String database) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(database))) {
            return files.filter(file -> file.toString().endsWith(".sst")).toList();
        }
    }

    @Test
    void aDroppedStoreTakesItsOffsetWithItAndComesBackEmpty() {
        try (StateDatabase database = open("a", "b")) {
            commit(database, "a", A_CHANGELOG, 5);
            commit(database, "b", B_CHANGELOG, 7);
        }
        try (StateDatabase database = open("b")) {
            assertThat(database.changelogOffsets()).containsOnly(Map.entry(B_CHANGELOG, 7L));
            assertThatThrownBy(() -> database.store("a"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("store a");
        }
        try (StateDatabase database = open("a", "b")) {
            assertThat(database.changelogOffset(A_CHANGELOG)).isNull();
            assertThat(StateDatabaseContract.all(database.store("a"))).isEmpty();
            assertThat(StateDatabaseContract.all(database.store("b"))).containsExactly("key=7");
        }
    }

    @Test
    void aPositionComesBackWithItsStoreAndGoesWithIt() {
        TopicPartition input = new TopicPartition("input", 0);
        try (StateDatabase database = open("a", "b");
                StateTransaction transaction = database.begin()) {
            transaction.position("a", Map.of(input, 5L, new TopicPartition("größer", 1), 1L << 40));
            transaction.position("b", Map.of(input, 7L));
            transaction.changelogOffset(A_CHANGELOG, 9);
            transaction.commit();
        }
        try (StateDatabase database = open("a")) {
            assertThat(database.position("a"))
                    .containsOnly(Map.entry(input, 5L), Map.entry(new TopicPartition("größer", 1), 1L << 40));
            assertThat(database.changelogOffsets()).containsOnly(Map.entry(A_CHANGELOG, 9L));
        }
        try (StateDatabase database = open("a", "b")) {
            assertThat(database.position("b")).isEmpty();
        }
    }

    @Test
    void theOffsetsOfAllPartitionsOfAGlobalStoreAreKept() {
        TopicPartition other = new TopicPartition(A_CHANGELOG.topic(), 9);
        try (StateDatabase database = open("a")) {
            commit(database, "a", A_CHANGELOG, 5);
            commit(database, "a", other, 6);
        }
        try (StateDatabase database = open("a")) {
            assertThat(database.changelogOffsets()).containsOnly(Map.entry(A_CHANGELOG, 5L), Map.entry(other, 6L));
        }
    }

    @Test
    void aStoreMayHaveTheNameOfTheColumnFamilyOfOffsets() {
        try (StateDatabase database = databases.open(folder.resolve("database"), List.of("default"), Map.of())) {
            assertThat(StateDatabaseContract.all(database.store("default"))).isEmpty();
        }
    }

    @Test
    void aDamagedDatabaseIsReportedAndLeftAsItIs() throws IOException {
        Path directory = folder.resolve("database");
        try (StateDatabase database = open("a")) {
            commit(database, "a", A_CHANGELOG, 5);
        }
        Path manifest = find(directory, "MANIFEST-");
        byte[] damaged = new byte[100];
        Files.write(manifest, damaged);

        assertThatThrownBy(() -> open("a"))
                .isInstanceOf(ProcessorStateException.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("damaged")
                .hasMessageContaining("Delete that directory");
        assertThat(manifest).hasBinaryContent(damaged);
    }

    @Test
    void aDatabaseThatLostTheFileThatNamesItsVersionIsNotBegunAnew() throws IOException {
        try (StateDatabase database = open("a")) {
            commit(database, "a", A_CHANGELOG, 5);
        }
        // Opening writes what was only in the log to a table.
        open("a").close();
        Files.delete(folder.resolve("database/CURRENT"));

        assertThatThrownBy(() -> open("a"))
                .isInstanceOf(ProcessorStateException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aDatabaseIsOpenOnce() {
        try (StateDatabase database = open("a")) {
            assertThatThrownBy(() -> open("a"))
                    .isInstanceOf(ProcessorStateException.class)
                    .hasMessageContaining("open already");
            commit(database, "a", A_CHANGELOG, 5);
        }
    }

    @Test
    void whatIsUsedAfterCloseSaysSo() {
        StateDatabase database = open("a");
        OrderedBytes store = database.store("a");
        StateTransaction transaction = database.begin();
        database.close();
        database.close();

        assertThatThrownBy(() -> store.get(new byte[1]))
                .isInstanceOf(InvalidStateStoreException.class)
                .hasMessageContaining("a is closed");
        assertThatThrownBy(() -> store.scan(null, null, false)).isInstanceOf(InvalidStateStoreException.class);
        assertThatThrownBy(transaction::commit).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anIteratorLeftOpenIsFreedAndReportedWithItsStore() {
        StateDatabase database = open("a", "b");
        commit(database, "a", A_CHANGELOG, 5);
        ByteCursor forgotten = database.store("a").scan(null, null, false);
        assertThat(forgotten.next()).isTrue();
        database.store("b").scan(null, null, false).close();

        database.close();

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getMessage()).contains("iterators");
            assertThat(event.getArgumentArray()[0]).hasToString("Store a");
        });
        assertThatThrownBy(forgotten::value).isInstanceOf(InvalidStateStoreException.class);
        assertThatThrownBy(forgotten::next).isInstanceOf(InvalidStateStoreException.class);
        forgotten.close();
    }

    @Test
    void closingWaitsForReadersInsteadOfFreeingWhatTheyUse() throws InterruptedException {
        StateDatabase database = open("a");
        commit(database, "a", A_CHANGELOG, 5);
        OrderedBytes store = database.store("a");
        CountDownLatch reading = new CountDownLatch(2);
        CountDownLatch refused = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            new Thread(() -> {
                        reading.countDown();
                        assertThatThrownBy(() -> readForEver(store)).isInstanceOf(InvalidStateStoreException.class);
                        refused.countDown();
                    })
                    .start();
        }
        assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
        database.close();
        assertThat(refused.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void readForEver(OrderedBytes store) {
        while (true) {
            assertThat(store.get(StateDatabaseContract.bytes("key"))).isNotNull();
            try (ByteCursor cursor = store.scan(null, null, false)) {
                assertThat(cursor.next()).isTrue();
                assertThat(cursor.value()).isNotEmpty();
            }
        }
    }

    @Test
    void theUsersSetterIsAskedForEachStoreAndToldWhenItsOptionsEnd() {
        RecordingSetter setter = new RecordingSetter();
        use(setter);
        try (StateDatabase database = open("a", "b")) {
            commit(database, "a", A_CHANGELOG, 5);
            assertThat(setter.calls).containsExactly("set a value", "set b value");
        }
        assertThat(setter.calls).hasSize(4).contains("close a", "close b");
    }

    @Test
    void whatTheSetterSetsReachesTheStoreAndTheDatabase() throws IOException {
        use(new RecordingSetter());
        try (StateDatabase database = open("a", "b")) {
            commit(database, "a", A_CHANGELOG, 5);
        }
        String options = Files.readString(find(folder.resolve("database"), "OPTIONS-"));

        assertThat(options).contains("max_open_files=123");
        assertThat(options.split("write_buffer_size=1234567\n", -1)).hasSize(3);
        assertThat(options.split("block_size=2048\n", -1)).hasSize(3);
    }

    @Test
    void aSetterThatFailsIsNamedWithItsStore() {
        RecordingSetter setter = new RecordingSetter();
        setter.failing = "b";
        use(setter);
        assertThatThrownBy(() -> open("a", "b"))
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("rocksdb.config.setter")
                .hasMessageContaining(RecordingSetter.class.getName())
                .hasMessageContaining("store b");

        setter.failing = "";
        open("a", "b").close();
    }

    @Test
    void manyDatabasesStayWithinOneBudget() {
        long budget = 24L << 20;
        databases.close();
        databases = new RocksDatabases(budget, 8 << 20, null, Map.of(), Runnable::run, log);
        List<StateDatabase> opened = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                opened.add(databases.open(folder.resolve("database" + i), List.of("a", "b", "c"), Map.of()));
            }
            long highest = 0;
            Random dice = new Random(3);
            for (int round = 0; round < 120; round++) {
                writeAndRead(opened.get(round % opened.size()), dice);
                highest = Math.max(highest, databases.usedBytes());
            }
            // 120 MB went through it; buffers being flushed may exceed the budget for a moment.
            assertThat(highest).isBetween(budget / 4, budget + (8 << 20));
        } finally {
            opened.forEach(StateDatabase::close);
        }
    }

    private static void writeAndRead(StateDatabase database, Random dice) {
        byte[] value = new byte[1_000];
        try (StateTransaction transaction = database.begin()) {
            for (int i = 0; i < 1_000; i++) {
                dice.nextBytes(value);
                byte[] key = StateDatabaseContract.bytes("" + dice.nextInt(100_000));
                transaction.put(database.store(i % 3 == 0 ? "a" : i % 3 == 1 ? "b" : "c"), key, value.clone());
            }
            transaction.commit();
        }
        try (ByteCursor cursor = database.store("a").scan(null, null, false)) {
            while (cursor.next()) {
                assertThat(cursor.value()).hasSize(1_000);
            }
        }
    }

    @Test
    void aBudgetThatCannotWorkIsRefused() {
        assertThatThrownBy(() -> new RocksDatabases(10, 10, null, Map.of(), Runnable::run, log))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10 bytes");
    }

    private static void commit(StateDatabase database, String store, TopicPartition changelog, long offset) {
        try (StateTransaction transaction = database.begin()) {
            transaction.put(
                    database.store(store),
                    StateDatabaseContract.bytes("key"),
                    StateDatabaseContract.bytes("" + offset));
            transaction.changelogOffset(changelog, offset);
            transaction.commit();
        }
    }

    private static Path find(Path directory, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .reduce((first, last) -> last)
                    .orElseThrow();
        }
    }

    /** A user's setter that writes down how it is called. */
    private static final class RecordingSetter implements RocksDBConfigSetter {
        private final List<String> calls = new ArrayList<>();
        private String failing = "";

        @Override
        public void setConfig(String storeName, Options options, Map<String, Object> configs) {
            if (storeName.equals(failing)) {
                throw new IllegalArgumentException("the setter's own fault");
            }
            calls.add("set " + storeName + " " + configs.get("setting"));
            BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
            options.setTableFormatConfig(table.setBlockSize(2048));
            options.setWriteBufferSize(1234567);
            if (storeName.equals("a")) {
                options.setMaxOpenFiles(123);
            }
        }

        @Override
        public void close(String storeName, Options options) {
            assertThat(options.isOwningHandle()).isTrue();
            calls.add("close " + storeName);
        }
    }
}
