package dev.millrace.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.state.database.ByteCursor;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.SortedRows;
import dev.millrace.state.database.StateDatabase;
import dev.millrace.state.database.StateTransaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link StateDatabase} must do, whatever it is made of. */
abstract class StateDatabaseContract {
    static final TopicPartition LEFT_CHANGELOG = new TopicPartition("app-left-changelog", 3);
    static final TopicPartition RIGHT_CHANGELOG = new TopicPartition("app-right-changelog", 3);

    StateDatabase database;
    OrderedBytes left;
    OrderedBytes right;

    /** A new, empty database for the stores "left" and "right" and their changelogs. */
    abstract StateDatabase create();

    @BeforeEach
    void open() {
        database = create();
        left = database.store("left");
        right = database.store("right");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewStoreIsEmpty() {
        assertThat(left.get(bytes("a"))).isNull();
        assertThat(all(left)).isEmpty();
        assertThat(left.approximateEntries()).isZero();
    }

    @Test
    void aCommittedValueCanBeRead() {
        put(left, "a", "1");

        assertThat(left.get(bytes("a"))).isEqualTo(bytes("1"));
        assertThat(left.approximateEntries()).isEqualTo(1);
    }

    @Test
    void anEmptyKeyAndAnEmptyValueAreAKeyAndAValue() {
        put(left, "", "");

        assertThat(left.get(new byte[0])).isEmpty();
        assertThat(all(left)).containsExactly("=");
    }

    @Test
    void rowsInNoOrderAreAllThereAndGoWithWhatIsDeletedAfterThem() {
        Random random = new Random(3);
        try (StateTransaction transaction = database.begin()) {
            for (int row = 0; row < 3_000; row++) {
                byte[] rest = bytes(String.format(Locale.ROOT, "%04d", row * 1_237 % 3_000));
                transaction.putUnordered(random.nextBoolean() ? left : right, row % 3, rest, bytes("" + row));
            }
            transaction.deleteRange(left, new byte[8], new byte[] {0, 0, 0, 0, 0, 0, 0, 1});
            transaction.putUnordered(left, 0, bytes("later"), bytes("kept"));
            transaction.commit();
        }
        assertThat(left.get(concat(new byte[8], bytes("later")))).isEqualTo(bytes("kept"));
        assertThat(left.get(concat(new byte[8], bytes("0000")))).isNull();
        assertThat(all(left)).hasSizeBetween(900, 1_100);
        assertThat(all(right)).hasSizeBetween(1_400, 1_600);
        assertThat(right.approximateEntries() + left.approximateEntries()).isGreaterThan(2_400);
    }

    private static byte[] concat(byte[] number, byte[] rest) {
        byte[] key = Arrays.copyOf(number, number.length + rest.length);
        System.arraycopy(rest, 0, key, number.length, rest.length);
        return key;
    }

    @Test
    void storesDoNotSeeEachOther() {
        put(left, "a", "1");

        assertThat(right.get(bytes("a"))).isNull();
        assertThat(all(right)).isEmpty();
    }

    @Test
    void nothingIsVisibleBeforeCommit() {
        try (StateTransaction transaction = database.begin()) {
            transaction.put(left, bytes("a"), bytes("1"));
            transaction.changelogOffset(LEFT_CHANGELOG, 5);

            assertThat(left.get(bytes("a"))).isNull();
            assertThat(database.changelogOffset(LEFT_CHANGELOG)).isNull();
        }
    }

    @Test
    void aTransactionClosedWithoutCommitLeavesNothing() {
        try (StateTransaction transaction = database.begin()) {
            transaction.put(left, bytes("a"), bytes("1"));
            transaction.changelogOffset(LEFT_CHANGELOG, 5);
        }
        put(left, "b", "2");

        assertThat(all(left)).containsExactly("b=2");
        assertThat(database.changelogOffsets()).isEmpty();
    }

    @Test
    void aCommitTakesAllStoresAndOffsetsTogether() {
        try (StateTransaction transaction = database.begin()) {
            transaction.put(left, bytes("a"), bytes("1"));
            transaction.put(right, bytes("b"), bytes("2"));
            transaction.changelogOffset(LEFT_CHANGELOG, 5);
            transaction.changelogOffset(RIGHT_CHANGELOG, 7);
            transaction.commit();
        }

        assertThat(all(left)).containsExactly("a=1");
        assertThat(all(right)).containsExactly("b=2");
        assertThat(database.changelogOffset(LEFT_CHANGELOG)).isEqualTo(5);
        assertThat(database.changelogOffsets())
                .containsOnly(Map.entry(LEFT_CHANGELOG, 5L), Map.entry(RIGHT_CHANGELOG, 7L));
    }

    @Test
    void thePositionOfAStoreIsThatOfTheLastCommit() {
        TopicPartition input = new TopicPartition("input", 3);
        try (StateTransaction transaction = database.begin()) {
            transaction.position("left", Map.of(input, 5L, new TopicPartition("größer", 0), 1L << 40));
            assertThat(database.position("left")).isEmpty();
            transaction.commit();
        }
        try (StateTransaction discarded = database.begin()) {
            discarded.position("left", Map.of(input, 6L));
        }

        assertThat(database.position("left")).isEqualTo(Map.of(input, 5L, new TopicPartition("größer", 0), 1L << 40));
        assertThat(database.position("right")).isEmpty();
        assertThat(database.changelogOffsets()).isEmpty();
    }

    @Test
    void laterCallsOfATransactionWin() {
        put(left, "d", "old");
        try (StateTransaction transaction = database.begin()) {
            transaction.put(left, bytes("a"), bytes("1"));
            transaction.put(left, bytes("a"), bytes("2"));
            transaction.put(left, bytes("b"), bytes("1"));
            transaction.delete(left, bytes("b"));
            transaction.put(left, bytes("c"), bytes("1"));
            transaction.deleteRange(left, bytes("c"), bytes("e"));
            transaction.put(left, bytes("d"), bytes("new"));
            transaction.changelogOffset(LEFT_CHANGELOG, 5);
            transaction.changelogOffset(LEFT_CHANGELOG, 6);
            transaction.commit();
        }

        assertThat(all(left)).containsExactly("a=2", "d=new");
        assertThat(database.changelogOffset(LEFT_CHANGELOG)).isEqualTo(6);
    }

    @Test
    void aRangeIsDeletedFromItsStartToBeforeItsEnd() {
        put(left, "a", "1", "b", "2", "c", "3", "d", "4");
        put(right, "b", "2");
        try (StateTransaction transaction = database.begin()) {
            transaction.deleteRange(left, bytes("b"), bytes("d"));
            transaction.deleteRange(left, bytes("z"), bytes("a"));
            transaction.deleteRange(left, bytes("a"), bytes("a"));
            transaction.commit();
        }

        assertThat(all(left)).containsExactly("a=1", "d=4");
        assertThat(all(right)).containsExactly("b=2");
        assertThat(left.get(bytes("c"))).isNull();
        assertThat(left.getAll(new byte[][] {bytes("a"), bytes("b")})).isDeepEqualTo(new byte[][] {bytes("1"), null});
    }

    @Test
    void deletingWhatIsNotThereIsNoFault() {
        put(left, "a", "1");
        delete(left, "b");

        assertThat(all(left)).containsExactly("a=1");
    }

    @Test
    void manyKeysAreReadInTheOrderAsked() {
        put(left, "a", "1", "b", "2");

        byte[][] values = left.getAll(new byte[][] {bytes("b"), bytes("x"), bytes("a"), bytes("b")});

        assertThat(values).isDeepEqualTo(new byte[][] {bytes("2"), null, bytes("1"), bytes("2")});
        assertThat(left.getAll(new byte[0][])).isEmpty();
    }

    @Test
    void keysAreOrderedAsUnsignedBytesAndPrefixesFirst() {
        byte[][] ordered = {{}, {0}, {0, 0}, {0, 1}, {1}, {127}, {(byte) 128}, {(byte) 255}, {(byte) 255, 0}};
        List<byte[]> shuffled = new ArrayList<>(List.of(ordered));
        Collections.shuffle(shuffled, new Random(1));
        try (StateTransaction transaction = database.begin()) {
            shuffled.forEach(key -> transaction.put(left, key, bytes("v")));
            transaction.commit();
        }

        assertThat(keys(left.scan(null, null, false))).isDeepEqualTo(ordered);
        Collections.reverse(Arrays.asList(ordered));
        assertThat(keys(left.scan(null, null, true))).isDeepEqualTo(ordered);
    }

    @Test
    void aScanTakesItsStartAndLeavesItsEnd() {
        put(left, "a", "1", "c", "3", "e", "5");

        assertThat(scan(left, "a", "e", false)).containsExactly("a=1", "c=3");
        assertThat(scan(left, "b", "d", false)).containsExactly("c=3");
        assertThat(scan(left, "b", null, false)).containsExactly("c=3", "e=5");
        assertThat(scan(left, null, "d", false)).containsExactly("a=1", "c=3");
        assertThat(scan(left, "f", null, false)).isEmpty();
        assertThat(scan(left, "c", "c", false)).isEmpty();
        assertThat(scan(left, "d", "b", false)).isEmpty();
    }

    @Test
    void aDescendingScanHasTheSameEntriesTheOtherWayRound() {
        put(left, "a", "1", "c", "3", "e", "5");

        assertThat(scan(left, "a", "e", true)).containsExactly("c=3", "a=1");
        assertThat(scan(left, "b", "d", true)).containsExactly("c=3");
        assertThat(scan(left, "b", null, true)).containsExactly("e=5", "c=3");
        assertThat(scan(left, null, "d", true)).containsExactly("c=3", "a=1");
        assertThat(scan(left, null, "a", true)).isEmpty();
        assertThat(scan(left, "d", "b", true)).isEmpty();
    }

    @Test
    void aCursorSeesTheStateOfTheMomentItWasOpened() {
        put(left, "a", "1", "b", "2", "c", "3");
        try (ByteCursor cursor = left.scan(null, null, false)) {
            assertThat(cursor.next()).isTrue();
            put(left, "b", "changed", "d", "4");
            delete(left, "c");

            assertThat(entries(cursor)).containsExactly("b=2", "c=3");
        }
        assertThat(all(left)).containsExactly("a=1", "b=changed", "d=4");
    }

    @Test
    void aCursorStaysAtItsEndAndMayBeClosedTwice() {
        put(left, "a", "1");
        ByteCursor cursor = left.scan(null, null, false);
        assertThat(cursor.next()).isTrue();
        assertThat(cursor.key()).isEqualTo(cursor.key()).isEqualTo(bytes("a"));

        assertThat(cursor.next()).isFalse();
        assertThat(cursor.next()).isFalse();
        assertThatThrownBy(cursor::key).isInstanceOf(RuntimeException.class);
        cursor.close();
        cursor.close();
    }

    @Test
    void transactionsAreOneAtATimeAndEndOnce() {
        StateTransaction transaction = database.begin();
        assertThatThrownBy(() -> database.begin()).isInstanceOf(IllegalStateException.class);
        transaction.commit();
        assertThatThrownBy(transaction::commit).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transaction.put(left, bytes("a"), bytes("1")))
                .isInstanceOf(IllegalStateException.class);
        transaction.close();
        put(left, "a", "1");

        assertThat(all(left)).containsExactly("a=1");
    }

    @Test
    void aStoreOfAnotherDatabaseIsRefused() {
        try (StateDatabase other = create();
                StateTransaction transaction = other.begin()) {
            assertThatThrownBy(() -> transaction.put(left, bytes("a"), bytes("1")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void contentEqualsASortedMapAfterManyRandomTransactions() {
        for (long seed = 1; seed <= 4; seed++) {
            close();
            open();
            new MirroredStore(database, left, new Random(seed), seed % 2 == 0 ? 200 : 20_000).run();
        }
    }

    @Test
    void readersSeeWholeStatesWhileATransactionCommits() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<Throwable> fault = new AtomicReference<>();
        Thread reader = new Thread(() -> readUntil(done, fault));
        reader.start();
        for (int round = 0; round < 200; round++) {
            try (StateTransaction transaction = database.begin()) {
                for (int i = 0; i < 100; i++) {
                    transaction.put(left, bytes("key" + i), bytes("" + round));
                }
                transaction.commit();
            }
        }
        done.set(true);
        reader.join(60_000);

        assertThat(reader.isAlive()).isFalse();
        assertThat(fault.get()).isNull();
    }

    private void readUntil(AtomicBoolean done, AtomicReference<Throwable> fault) {
        try {
            while (!done.get()) {
                List<String> values = all(left).stream()
                        .map(entry -> entry.substring(entry.indexOf('=')))
                        .distinct()
                        .toList();
                assertThat(values).hasSizeLessThanOrEqualTo(1);
            }
        } catch (Throwable thrown) {
            fault.set(thrown);
        }
    }

    final void put(OrderedBytes store, String... keysAndValues) {
        try (StateTransaction transaction = database.begin()) {
            for (int i = 0; i < keysAndValues.length; i += 2) {
                transaction.put(store, bytes(keysAndValues[i]), bytes(keysAndValues[i + 1]));
            }
            transaction.commit();
        }
    }

    final void delete(OrderedBytes store, String key) {
        try (StateTransaction transaction = database.begin()) {
            transaction.delete(store, bytes(key));
            transaction.commit();
        }
    }

    // ---- restored rows ----

    @Test
    void aFewRestoredRowsAreThereAfterTheCommit() {
        put(left, "a", "old");
        put(left, "b", "old");

        restore(rows("a", "new", "b", null, "c", "new"), 7);

        assertThat(all(left)).containsExactly("a=new", "c=new");
        assertThat(database.changelogOffset(LEFT_CHANGELOG)).isEqualTo(7);
    }

    @Test
    void manyRestoredRowsAreThereAfterTheCommit() {
        put(left, "row00000", "old");
        put(left, "row00001", "old");
        put(left, "zzz", "old");

        restore(manyRows("first"), 7);
        restore(manyRows("second"), 9);
        put(left, "row00004", "newest");

        assertThat(left.get(bytes("row00000"))).isEqualTo(bytes("0" + "second".repeat(50)));
        assertThat(left.get(bytes("row00001"))).isNull();
        assertThat(left.get(bytes("row00004"))).isEqualTo(bytes("newest"));
        assertThat(all(left)).hasSize(10_000 - 1_000 + 1);
        assertThat(all(right)).isEmpty();
        assertThat(database.changelogOffset(LEFT_CHANGELOG)).isEqualTo(9);
    }

    @Test
    void restoredRowsThatAreNotCommittedLeaveNothing() {
        try (StateTransaction discarded = database.begin()) {
            discarded.restore(left, manyRows("value"));
            discarded.changelogOffset(LEFT_CHANGELOG, 7);
            assertThat(all(left)).isEmpty();
        }

        assertThat(all(left)).isEmpty();
        assertThat(database.changelogOffset(LEFT_CHANGELOG)).isNull();
    }

    private void restore(SortedRows rows, long nextOffset) {
        try (StateTransaction transaction = database.begin()) {
            transaction.restore(left, rows);
            transaction.changelogOffset(LEFT_CHANGELOG, nextOffset);
            transaction.commit();
        }
    }

    /** 10,000 rows of some megabytes; every tenth, from the second on, is to be removed. */
    static SortedRows manyRows(String value) {
        String[] rows = new String[20_000];
        for (int i = 0; i < 10_000; i++) {
            rows[2 * i] = String.format(Locale.ROOT, "row%05d", i);
            rows[2 * i + 1] = i % 10 == 1 ? null : i + value.repeat(50);
        }
        return rows(rows);
    }

    private static SortedRows rows(@Nullable String... keysAndValues) {
        return new SortedRows() {
            @Override
            public int size() {
                return keysAndValues.length / 2;
            }

            @Override
            public byte[] key(int index) {
                return StateDatabaseContract.bytes(Objects.requireNonNull(keysAndValues[2 * index]));
            }

            @Override
            public byte @Nullable [] value(int index) {
                String value = keysAndValues[2 * index + 1];
                return value == null ? null : StateDatabaseContract.bytes(value);
            }

            @Override
            public long bytes() {
                return Arrays.stream(keysAndValues)
                        .filter(Objects::nonNull)
                        .mapToLong(String::length)
                        .sum();
            }
        };
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static List<String> all(OrderedBytes store) {
        return scan(store, null, null, false);
    }

    static List<String> scan(OrderedBytes store, @Nullable String from, @Nullable String to, boolean descending) {
        try (ByteCursor cursor =
                store.scan(from == null ? null : bytes(from), to == null ? null : bytes(to), descending)) {
            return entries(cursor);
        }
    }

    private static List<String> entries(ByteCursor cursor) {
        List<String> entries = new ArrayList<>();
        while (cursor.next()) {
            entries.add(new String(cursor.key(), UTF_8) + "=" + new String(cursor.value(), UTF_8));
        }
        return entries;
    }

    private static byte[][] keys(ByteCursor cursor) {
        List<byte[]> keys = new ArrayList<>();
        try (cursor) {
            while (cursor.next()) {
                keys.add(cursor.key());
            }
        }
        return keys.toArray(new byte[0][]);
    }
}
