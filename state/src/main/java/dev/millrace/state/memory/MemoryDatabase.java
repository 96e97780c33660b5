package dev.millrace.state.memory;

import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.PendingWrite;
import dev.millrace.state.database.StateDatabase;
import dev.millrace.state.database.StateTransaction;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A task's database on the heap; gone when it is closed.
 *
 * <p>One thread at a time writes; any thread reads, each time the version committed last. The next version is made by another thread
 * while the task goes on: see {@link PendingWrite}.
 */
public final class MemoryDatabase implements StateDatabase {
    private final Map<String, MemoryStore> stores = new ConcurrentHashMap<>();
    private volatile Map<TopicPartition, Long> offsets = Map.of();
    private final Map<String, Map<TopicPartition, Long>> positions = new ConcurrentHashMap<>();
    private final PendingWrite pending;
    private @Nullable MemoryTransaction open;

    /** A database that is written to by the thread that commits. */
    public MemoryDatabase() {
        this(Runnable::run);
    }

    /**
     * An empty database.
     *
     * @param writers whose threads write what was committed
     */
    public MemoryDatabase(Executor writers) {
        this.pending = new PendingWrite(writers);
    }

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
        awaitWritten();
        return offsets.get(changelog);
    }

    @Override
    public Map<TopicPartition, Long> changelogOffsets() {
        awaitWritten();
        return offsets;
    }

    @Override
    public Map<TopicPartition, Long> position(String storeName) {
        awaitWritten();
        return positions.getOrDefault(storeName, Map.of());
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public void close() {
        open = null;
        try {
            awaitWritten();
        } finally {
            stores.clear();
        }
    }

    void write(Runnable changes) {
        pending.start(changes);
    }

    void awaitWritten() {
        pending.await();
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
        positions.putAll(moved);
    }

    void ended(MemoryTransaction transaction) {
        if (open == transaction) {
            open = null;
        }
    }
}
