package dev.millrace.state.overlay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.state.database.ByteCursor;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.memory.MemoryDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private static final ValueFormat TEXT = new ValueFormat() {
        @Override
        public Object load(byte[] stored) {
            return new String(stored, UTF_8);
        }

        @Override
        public long timestampOf(byte[] stored) {
            return -1;
        }

        @Override
        public int weight(Object held) {
            return 100;
        }
    };

    private final MemoryDatabase database = new MemoryDatabase();

    private Overlay overlay(MemoryBudget budget) {
        return new Overlay(database.store("s"), TEXT, budget.open(), from -> null);
    }

    private Overlay overlay() {
        return overlay(new MemoryBudget(Long.MAX_VALUE, 0));
    }

    private void commit(Overlay overlay) {
        try (var batch = database.begin()) {
            for (int i = 0; i < overlay.unwritten().size(); i++) {
                Entry entry = overlay.unwritten().at(i);
                if (entry.held() == null) {
                    batch.delete(database.store("s"), entry.key());
                } else {
                    batch.put(database.store("s"), entry.key(), ((String) entry.held()).getBytes(UTF_8));
                }
            }
            batch.commit();
        }
        overlay.written();
    }

    private static void put(Overlay overlay, String key, String value) {
        byte[] bytes = key.getBytes(UTF_8);
        overlay.write(overlay.find(bytes, bytes.length), value, 0);
    }

    private static Object get(Overlay overlay, String key) {
        byte[] bytes = key.getBytes(UTF_8);
        return overlay.find(bytes, bytes.length).held();
    }

    private static List<String> keys(EntryCursor cursor) {
        List<String> keys = new ArrayList<>();
        try (cursor) {
            while (cursor.next()) {
                keys.add(new String(cursor.key(), UTF_8) + "=" + cursor.held());
            }
        }
        return keys;
    }

    @Test
    void uncommittedWritesLieOverWhatIsCommitted() {
        Overlay overlay = overlay();
        put(overlay, "a", "1");
        put(overlay, "b", "2");
        put(overlay, "d", "4");
        commit(overlay);
        put(overlay, "a", null);
        put(overlay, "b", "22");
        put(overlay, "c", "3");
        assertThat(keys(overlay.scan(null, null, false))).containsExactly("b=22", "c=3", "d=4");
        assertThat(keys(overlay.scan(null, null, true))).containsExactly("d=4", "c=3", "b=22");
        assertThat(keys(overlay.scan("b".getBytes(UTF_8), "d".getBytes(UTF_8), false)))
                .containsExactly("b=22", "c=3");
        assertThat(keys(overlay.scan("b".getBytes(UTF_8), "d".getBytes(UTF_8), true)))
                .containsExactly("c=3", "b=22");
    }

    @Test
    void aKeyInAScratchBufferIsCopied() {
        Overlay overlay = overlay();
        byte[] scratch = "keyXXXX".getBytes(UTF_8);
        overlay.write(overlay.find(scratch, 3), "v", 0);
        scratch[0] = 'z';
        assertThat(get(overlay, "key")).isEqualTo("v");
    }

    @Test
    void aLoopOverAStoreMayWriteToIt() {
        Overlay overlay = overlay();
        put(overlay, "a", "1");
        put(overlay, "c", "2");
        commit(overlay);
        put(overlay, "b", "3");
        put(overlay, "e", "4");
        List<String> seen = new ArrayList<>();
        try (EntryCursor cursor = overlay.scan(null, null, false)) {
            while (cursor.next()) {
                String key = new String(cursor.key(), UTF_8);
                seen.add(key);
                put(overlay, key + "x", "new");
                put(overlay, key, null);
            }
        }
        assertThat(seen).containsExactly("a", "b", "c", "e");
        assertThat(keys(overlay.scan(null, null, false))).containsExactly("ax=new", "bx=new", "cx=new", "ex=new");
    }

    @Test
    void aScanThatIsOpenDuringTheCommitGoesOnToItsEnd() {
        Overlay overlay = overlay();
        put(overlay, "a", "1");
        put(overlay, "b", "2");
        put(overlay, "c", "3");
        try (EntryCursor cursor = overlay.scan(null, null, false)) {
            assertThat(cursor.next()).isTrue();
            commit(overlay);
            put(overlay, "d", "4");
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.key()).isEqualTo("b".getBytes(UTF_8));
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.next()).isFalse();
        }
    }

    @Test
    void behavesAsATreeMapWhateverHappens() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Overlay overlay = overlay(new MemoryBudget(seed % 2 == 0 ? 20_000 : Long.MAX_VALUE, 0));
            TreeMap<String, String> model = new TreeMap<>();
            wipe();
            if (seed % 3 != 0) {
                overlay.residentFrom(new byte[0]);
            }
            for (int step = 0; step < 3000; step++) {
                String key = Integer.toString(random.nextInt(500), 36);
                switch (random.nextInt(20)) {
                    case 0 -> {
                        if (random.nextBoolean()) {
                            commit(overlay);
                        } else {
                            overlay.logged();
                        }
                    }
                    case 1, 2 -> {
                        put(overlay, key, null);
                        model.remove(key);
                    }
                    case 3 -> assertScansAgree(overlay, model, random, seed);
                    case 4, 5, 6, 7 ->
                        assertThat(get(overlay, key)).as("seed " + seed).isEqualTo(model.get(key));
                    default -> {
                        put(overlay, key, "v" + step);
                        model.put(key, "v" + step);
                    }
                }
            }
            overlay.close();
        }
    }

    private void wipe() {
        try (var batch = database.begin()) {
            batch.deleteRange(database.store("s"), new byte[0], new byte[] {-1});
            batch.commit();
        }
    }

    private static void assertScansAgree(
            Overlay overlay, NavigableMap<String, String> model, Random random, long seed) {
        String from = Integer.toString(random.nextInt(500), 36);
        String to = Integer.toString(random.nextInt(500), 36);
        if (from.compareTo(to) > 0) {
            return;
        }
        boolean descending = random.nextBoolean();
        var expected = model.subMap(from, true, to, false);
        List<String> entries = new ArrayList<>();
        (descending ? expected.descendingMap() : expected).forEach((key, value) -> entries.add(key + "=" + value));
        assertThat(keys(overlay.scan(from.getBytes(UTF_8), to.getBytes(UTF_8), descending)))
                .as("seed " + seed)
                .isEqualTo(entries);
    }

    @Test
    void inTheResidentPartTheDatabaseIsNotAsked() {
        Overlay overlay = new Overlay(new Unreadable(), TEXT, new MemoryBudget(1 << 20, 0).open(), from -> null);
        overlay.residentFrom("m".getBytes(UTF_8));
        put(overlay, "n", "1");
        put(overlay, "m", "2");
        assertThat(get(overlay, "z")).isNull();
        overlay.written();
        put(overlay, "o", "3");
        assertThat(keys(overlay.scan("m".getBytes(UTF_8), null, false))).containsExactly("m=2", "n=1", "o=3");
        put(overlay, "n", null);
        overlay.written();
        assertThat(keys(overlay.scan("m".getBytes(UTF_8), null, true))).containsExactly("o=3", "m=2");
        assertThatThrownBy(() -> get(overlay, "a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> overlay.scan("a".getBytes(UTF_8), null, false))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    /** A database that must not be read. */
    private static final class Unreadable implements OrderedBytes {

        @Override
        public byte[] get(byte[] key) {
            throw new UnsupportedOperationException("get");
        }

        @Override
        public ByteCursor scan(byte[] from, byte[] to, boolean descending) {
            throw new UnsupportedOperationException("scan");
        }

        @Override
        public long approximateEntries() {
            return 0;
        }
    }

    @Test
    void theResidentPartGivesWayWhenMemoryIsShort() {
        MemoryAccount account = new MemoryBudget(100_000, 0).open();
        Overlay overlay = new Overlay(
                database.store("s"), TEXT, account, from -> from.length == 0 ? "key2".getBytes(UTF_8) : null);
        overlay.residentFrom(new byte[0]);
        for (int i = 0; i < 5000; i++) {
            put(overlay, "key" + i, "value" + i);
            if (i % 100 == 99) {
                commit(overlay);
            }
        }
        assertThat(account.bytes()).isLessThan(200_000);
        assertThat(keys(overlay.scan(null, null, false))).hasSize(5000);
        assertThat(get(overlay, "key1")).isEqualTo("value1");
    }

    @Test
    void cleanEntriesAreForgottenWhenMemoryIsShortAndLoadedAgain() {
        MemoryBudget budget = new MemoryBudget(100_000, 0);
        MemoryAccount account = budget.open();
        Overlay overlay = new Overlay(database.store("s"), TEXT, account, from -> null);
        for (int i = 0; i < 5000; i++) {
            put(overlay, "key" + i, "value" + i);
            if (i % 100 == 99) {
                commit(overlay);
            }
        }
        assertThat(account.bytes()).isLessThan(200_000);
        for (int i = 0; i < 5000; i++) {
            assertThat(get(overlay, "key" + i)).isEqualTo("value" + i);
        }
        assertThat(account.bytes()).isLessThan(200_000);
    }

    @Test
    void tooManyUncommittedBytesAskForACommit() {
        MemoryAccount account = new MemoryBudget(100_000, 0).open();
        Overlay overlay = new Overlay(database.store("s"), TEXT, account, from -> null);
        put(overlay, "a", "1");
        assertThat(account.commitWanted()).isFalse();
        for (int i = 0; i < 2000; i++) {
            put(overlay, "key" + i, "value");
        }
        assertThat(account.commitWanted()).isTrue();
        commit(overlay);
        assertThat(account.commitWanted()).isFalse();
    }

    @Test
    void closingGivesAllMemoryBack() {
        MemoryBudget budget = new MemoryBudget(1 << 20, 0);
        MemoryAccount account = budget.open();
        Overlay overlay = new Overlay(database.store("s"), TEXT, account, from -> null);
        for (int i = 0; i < 2000; i++) {
            put(overlay, "key" + i, "value");
        }
        assertThat(budget.overlayBytes()).isPositive();
        overlay.close();
        account.close();
        assertThat(account.bytes()).isZero();
        assertThat(budget.overlayBytes()).isZero();
    }

    @Test
    void whatIsLoggedIsNotLoggedAgainButStillToBeWritten() {
        Overlay overlay = overlay();
        put(overlay, "a", "1");
        put(overlay, "b", "2");
        overlay.logged();
        assertThat(overlay.dirty().size()).isZero();
        assertThat(overlay.unwritten().size()).isEqualTo(2);
        put(overlay, "b", "3");
        assertThat(overlay.dirty().size()).isEqualTo(1);
        assertThat(overlay.unwritten().size()).isEqualTo(2);
        assertThat(keys(overlay.scan(null, null, false))).containsExactly("a=1", "b=3");
        assertThat(keys(overlay.scanWritten(null, null, false))).isEmpty();
        commit(overlay);
        assertThat(overlay.unwritten().size()).isZero();
        assertThat(keys(overlay.scanWritten(null, null, false))).containsExactly("a=1", "b=3");
    }

    @Test
    void aKeyThatCameAndWentBetweenTwoWritesIsNotWritten() {
        Overlay overlay = overlay();
        put(overlay, "old", "1");
        commit(overlay);
        put(overlay, "new", "2");
        overlay.logged();
        put(overlay, "new", null);
        put(overlay, "old", null);
        assertThat(overlay.dirty().size()).isEqualTo(2);
        overlay.logged();
        assertThat(overlay.unwritten().size()).isEqualTo(1);
        assertThat(overlay.unwritten().at(0).key()).isEqualTo("old".getBytes(UTF_8));
        assertThat(keys(overlay.scan(null, null, false))).isEmpty();
    }

    @Test
    void whatIsNotWrittenIsNotForgottenHoweverShortMemoryIs() {
        MemoryAccount account = new MemoryBudget(1_000, 0).open();
        Overlay overlay = new Overlay(database.store("s"), TEXT, account, from -> null);
        for (int i = 0; i < 100; i++) {
            put(overlay, "key" + i, "value" + i);
            overlay.logged();
        }
        assertThat(account.writeWanted()).isTrue();
        assertThat(get(overlay, "key0")).isEqualTo("value0");
        assertThat(keys(overlay.scan(null, null, false))).hasSize(100);
    }

    @Test
    void unwrittenEntriesCanBeHadInTheOrderOfTheirKeys() {
        Overlay overlay = overlay();
        Random random = new Random(7);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            String key = "prefix-" + random.nextInt(2_000);
            put(overlay, key, "v" + i);
            keys.add(key);
        }
        List<String> found = new ArrayList<>();
        for (int number : overlay.unwritten().numbersByKey()) {
            found.add(new String(overlay.unwritten().at(number).key(), UTF_8));
        }
        assertThat(found)
                .containsExactlyElementsOf(keys.stream().distinct().sorted().toList());
    }
}
