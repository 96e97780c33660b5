package dev.millrace.state.memory;

import dev.millrace.state.OrderedBytes;
import dev.millrace.state.StateDatabase;
import dev.millrace.state.StateTransaction;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A task's database on the heap; gone when it is closed.
 *
 * <p>One thread writes; any thread reads, each time the version committed last.
 */
public final class MemoryDatabase implements StateDatabase {
    private final Map<String, MemoryStore> stores = new ConcurrentHashMap<>();
    private volatile Map<TopicPartition, Long> offsets = Map.of();
    private final Map<String, Map<TopicPartition, Long>> positions = new ConcurrentHashMap<>();
    private @Nullable MemoryTransaction open;

    @Override
    public OrderedBytes store(String storeName) {
        return stores.computeIfAbsent(storeName, name -> new MemoryStore(this));
    }

    @Override
    public StateTransaction begin() {
        if (open != null) {
            throw new IllegalStateException("a transaction is open: commit or close it before the next one begins");
        }
        open = new MemoryTransaction(this);
        return open;
    }

    @Override
    public @Nullable Long changelogOffset(TopicPartition changelog) {
        return offsets.get(changelog);
    }

    @Override
    public Map<TopicPartition, Long> changelogOffsets() {
        return offsets;
    }

    @Override
    public Map<TopicPartition, Long> position(String storeName) {
        return positions.getOrDefault(storeName, Map.of());
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public void close() {
        open = null;
        stores.clear();
    }

    void requireOpen(MemoryTransaction transaction) {
        if (open != transaction) {
            throw new IllegalStateException("the transaction has ended: begin another");
        }
    }

    MemoryStore own(OrderedBytes store) {
        if (store instanceof MemoryStore ours && ours.belongsTo(this)) {
            return ours;
        }
        throw new IllegalArgumentException("the store is not one of this database: " + store);
    }

    void advance(Map<TopicPartition, Long> changed, Map<String, Map<TopicPartition, Long>> moved) {
        Map<TopicPartition, Long> next = new HashMap<>(offsets);
        next.putAll(changed);
        offsets = Map.copyOf(next);
        moved.forEach((store, position) -> positions.put(store, Map.copyOf(position)));
    }

    void ended(MemoryTransaction transaction) {
        if (open == transaction) {
            open = null;
        }
    }
}
