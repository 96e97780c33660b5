package dev.millrace.state.memory;

import dev.millrace.state.OrderedBytes;
import dev.millrace.state.Ranks;
import dev.millrace.state.StateTransaction;
import dev.millrace.state.changelog.ChangelogFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The next version of each store it touched, built beside the published ones. */
final class MemoryTransaction implements StateTransaction {
    private final MemoryDatabase database;
    private final Map<MemoryStore, Draft> drafts = new HashMap<>();
    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private final Map<String, Map<TopicPartition, Long>> positions = new HashMap<>();

    MemoryTransaction(MemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void put(OrderedBytes store, byte[] key, byte[] value) {
        draft(store).put(key, value);
    }

    /** Neighbours one after the other: the way down the tree is near then. */
    @Override
    public void putUnordered(OrderedBytes store, long number, byte[] rest, byte[] value) {
        byte[] key = new byte[Long.BYTES + rest.length];
        ChangelogFormat.putLong(key, 0, number);
        System.arraycopy(rest, 0, key, Long.BYTES, rest.length);
        draft(store).putUnordered(key, value);
    }

    @Override
    public void delete(OrderedBytes store, byte[] key) {
        draft(store).remove(key, Arrays.copyOf(key, key.length + 1));
    }

    @Override
    public void deleteRange(OrderedBytes store, byte[] from, byte[] to) {
        if (Tree.compare(from, to) < 0) {
            draft(store).remove(from, to);
        }
    }

    @Override
    public void changelogOffset(TopicPartition changelog, long nextOffset) {
        database.requireOpen(this);
        offsets.put(changelog, nextOffset);
    }

    @Override
    public void position(String storeName, Map<TopicPartition, Long> inputOffsets) {
        database.requireOpen(this);
        positions.put(storeName, inputOffsets);
    }

    @Override
    public void commit() {
        database.requireOpen(this);
        drafts.values().forEach(Draft::publish);
        database.advance(offsets, positions);
        close();
    }

    @Override
    public void close() {
        database.ended(this);
    }

    private Draft draft(OrderedBytes store) {
        database.requireOpen(this);
        return drafts.computeIfAbsent(database.own(store), Draft::new);
    }

    /** The version of one store that this transaction is writing. */
    private static final class Draft {
        private final MemoryStore store;
        private final Tree.Edit edit = new Tree.Edit();
        private @Nullable Tree root;

        /** Rows that have not been put yet, because they may be put in any order. */
        private final List<byte[]> keys = new ArrayList<>();

        private final List<byte[]> values = new ArrayList<>();

        private Draft(MemoryStore store) {
            this.store = store;
            this.root = store.current().root();
        }

        private void putUnordered(byte[] key, byte[] value) {
            keys.add(key);
            values.add(value);
        }

        private void putWaiting() {
            for (int place : Ranks.byKey(keys.size(), keys::get)) {
                putNow(keys.get(place), values.get(place));
            }
            keys.clear();
            values.clear();
        }

        private void put(byte[] key, byte[] value) {
            putWaiting();
            putNow(key, value);
        }

        private void putNow(byte[] key, byte[] value) {
            if (root == null) {
                root = Leaf.of(key, value, edit);
                return;
            }
            Tree changed = root.put(key, value, edit);
            root = changed.overfull() ? Branch.of(changed, changed.split(edit), edit) : changed;
        }

        private void remove(byte[] from, byte[] to) {
            putWaiting();
            if (root != null) {
                root = root.remove(from, to, edit);
            }
        }

        private void publish() {
            putWaiting();
            store.publish(new MemoryStore.Version(root, store.current().entries() + edit.growth));
        }
    }
}
