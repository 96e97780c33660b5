package dev.millrace.state.memory;

import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateTransaction;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Notes the changes of one commit; the next versions of the stores are made of them when it commits. */
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
        draft(store).change(key, value);
    }

    @Override
    public void putUnordered(OrderedBytes store, long number, byte[] rest, byte[] value) {
        byte[] key = new byte[Long.BYTES + rest.length];
        ChangelogFormat.putLong(key, 0, number);
        System.arraycopy(rest, 0, key, Long.BYTES, rest.length);
        draft(store).putUnordered(key, value);
    }

    @Override
    public void delete(OrderedBytes store, byte[] key) {
        draft(store).change(key, null);
    }

    @Override
    public void deleteRange(OrderedBytes store, byte[] from, byte[] to) {
        if (Tree.compare(from, to) < 0) {
            draft(store).deleteRange(from, to);
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
        positions.put(storeName, Map.copyOf(inputOffsets));
    }

    @Override
    public void commit() {
        database.requireOpen(this);
        database.write(() -> {
            drafts.values().forEach(Draft::publish);
            database.advance(offsets, positions);
        });
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
}
