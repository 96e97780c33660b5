package dev.millrace.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateDatabase;
import dev.millrace.state.database.StateTransaction;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** A store and a sorted map that have had the same random transactions, so that they must have the same content. */
final class MirroredStore {
    private final StateDatabase database;
    private final OrderedBytes store;
    private final NavigableMap<byte[], byte[]> model = new TreeMap<>(Arrays::compareUnsigned);
    private final Random dice;
    private final int keys;

    MirroredStore(StateDatabase database, OrderedBytes store, Random dice, int keys) {
        this.database = database;
        this.store = store;
        this.dice = dice;
        this.keys = keys;
    }

    /** Commits transactions, and compares after each. */
    void run() {
        for (int round = 0; round < 40; round++) {
            boolean ascending = dice.nextInt(4) == 0;
            try (StateTransaction transaction = database.begin()) {
                for (int i = dice.nextInt(2_000); i > 0; i--) {
                    step(transaction, ascending ? 1_000 * round - i : dice.nextInt(keys));
                }
                transaction.commit();
            }
            compare();
        }
    }

    private void step(StateTransaction transaction, int number) {
        byte[] key = key(number);
        int kind = dice.nextInt(1_000);
        if (kind < 700) {
            byte[] value = StateDatabaseContract.bytes("" + dice.nextInt());
            transaction.put(store, key, value);
            model.put(key, value);
        } else if (kind < 995) {
            transaction.delete(store, key);
            model.remove(key);
        } else {
            byte[] end = key(number + dice.nextInt(keys / 4));
            transaction.deleteRange(store, key, end);
            model.subMap(key, true, end, false).clear();
        }
    }

    private byte[] key(int number) {
        return StateDatabaseContract.bytes(String.format("%08d", Math.max(number, 0)));
    }

    private void compare() {
        assertThat(StateDatabaseContract.all(store)).isEqualTo(lines(model));
        byte[] from = key(dice.nextInt(keys));
        byte[] to = key(dice.nextInt(keys));
        if (Arrays.compareUnsigned(from, to) > 0) {
            return;
        }
        NavigableMap<byte[], byte[]> range = model.subMap(from, true, to, false);
        assertThat(StateDatabaseContract.scan(store, new String(from, UTF_8), new String(to, UTF_8), false))
                .isEqualTo(lines(range));
        assertThat(StateDatabaseContract.scan(store, new String(from, UTF_8), new String(to, UTF_8), true))
                .isEqualTo(lines(range.descendingMap()));
        assertThat(store.get(from)).isEqualTo(model.get(from));
        if (!database.persistent()) {
            assertThat(store.approximateEntries()).isEqualTo(model.size());
        }
    }

    private List<String> lines(NavigableMap<byte[], byte[]> map) {
        return map.entrySet().stream()
                .map(entry -> new String(entry.getKey(), UTF_8) + "=" + new String(entry.getValue(), UTF_8))
                .toList();
    }
}
