package dev.millrace.rocksdb;

import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.PendingWrite;
import dev.millrace.state.database.StateDatabase;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.streams.errors.ProcessorStateException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;

/**
 * The database of one task on RocksDB.
 *
 * <p>The idea. A commit is one batch: changes of all stores, each a column family, and the changelog offsets, in the default
 * one. RocksDB appends the batch to its log and then applies it in memory, so readers see all of it or nothing. The log is
 * handed to the operating system but not forced to the disk: a process that is killed loses nothing that was committed, a
 * machine that loses power may lose the last commits, whole, and with them their offsets, so that the changelogs are replayed
 * from where the database is. Forcing would cost milliseconds per commit and buy little, as the changelog has everything.
 *
 * <p>The thread that owns the task begins commits and closes, any thread reads. What a commit brings is written by a thread of
 * its own: see {@link PendingWrite}.
 */
final class RocksDatabase implements StateDatabase {
    private static final byte[] NO_ROOM = {};

    private final Path directory;
    private final RocksDB rocks;
    private final Handles handles;
    private final WriteOptions writeOptions;
    private final WriteBuffers writeBuffers;
    private final Logger log;
    private final Gate gate = new Gate();
    private final PendingWrite pending;

    /** For the next batch, which will be about as long as the last. */
    private final AtomicReference<byte[]> room = new AtomicReference<>(NO_ROOM);

    private final Map<String, RocksStore> stores = new ConcurrentHashMap<>();
    private final Map<String, Map<TopicPartition, Long>> positions;
    private volatile Map<TopicPartition, Long> offsets;
    private @Nullable RocksTransaction open;

    /** Takes over {@code handles}, which have everything that must be freed at the end. */
    RocksDatabase(
            Path directory,
            RocksDB rocks,
            Map<String, ColumnFamilyHandle> columns,
            Map<String, StoreOptions> options,
            Map<TopicPartition, Long> offsets,
            Map<String, Map<TopicPartition, Long>> positions,
            Handles handles,
            WriteBuffers writeBuffers,
            Executor writers,
            Logger log) {
        this.directory = directory;
        this.rocks = rocks;
        this.handles = handles;
        this.writeBuffers = writeBuffers;
        this.offsets = Map.copyOf(offsets);
        this.positions = new ConcurrentHashMap<>(positions);
        this.writeOptions = handles.keep(new WriteOptions());
        this.pending = new PendingWrite(writers);
        this.log = log;
        columns.forEach((name, column) -> {
            Options chosen = Objects.requireNonNull(options.get(name), name).options();
            stores.put(name, new RocksStore(name, directory, rocks, column, chosen, gate, pending));
        });
    }

    @Override
    public OrderedBytes store(String storeName) {
        RocksStore store = stores.get(storeName);
        if (store == null) {
            throw new IllegalArgumentException("the database in " + directory + " was not opened for store " + storeName
                    + ", but for " + stores.keySet());
        }
        return store;
    }

    @Override
    public StateTransaction begin() {
        if (open != null) {
            throw new IllegalStateException("a transaction is open: commit or close it before the next one begins");
        }
        open = new RocksTransaction(this, new BatchBytes(room.getAndSet(NO_ROOM)));
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
        return true;
    }

    @Override
    public void close() {
        awaitPending();
        if (!gate.close()) {
            return;
        }
        stores.values().forEach(store -> store.closeCursors(log));
        if (open != null) {
            open.close();
        }
        writeBuffers.closed(this);
        handles.close();
    }

    private void awaitPending() {
        try {
            pending.await();
        } catch (RuntimeException failed) {
            log.warn("{} is closed without its last commit, which is in the changelogs", this, failed);
        }
    }

    RocksStore own(OrderedBytes store) {
        if (store instanceof RocksStore ours && ours.rocks() == rocks) {
            return ours;
        }
        throw new IllegalArgumentException("the store is not one of the database in " + directory + ": " + store);
    }

    /** Begins to write a commit: tables first, and then the offsets that say that they are there. */
    void write(
            List<RestoredTable> tables,
            BatchBytes changes,
            Map<TopicPartition, Long> changed,
            Map<String, Map<TopicPartition, Long>> moved) {
        pending.start(() -> {
            takeIn(tables);
            write(changes);
        });
        Map<TopicPartition, Long> next = new HashMap<>(offsets);
        next.putAll(changed);
        offsets = Map.copyOf(next);
        positions.putAll(moved);
    }

    /** Their rows are replayed if the offsets behind them are not there in the end. */
    private void takeIn(List<RestoredTable> tables) {
        long stamp = gate.enter(this);
        try {
            for (RestoredTable table : tables) {
                table.takeIn();
            }
        } catch (RocksDBException failed) {
            throw Faults.using(directory, "Taking in restored rows", failed);
        } finally {
            gate.leave(stamp);
        }
    }

    private void write(BatchBytes changes) {
        byte[] bytes = changes.toBytes();
        room.set(changes.room());
        long stamp = gate.enter(this);
        try (WriteBatch batch = new WriteBatch(bytes)) {
            rocks.write(writeOptions, batch);
        } catch (RocksDBException failed) {
            throw Faults.using(directory, "A commit", failed);
        } finally {
            gate.leave(stamp);
        }
        writeBuffers.written(this);
    }

    /** Memory held by what is not in a table yet; 0 after close. */
    long writeBufferBytes() {
        long stamp = gate.enterIfOpen();
        if (stamp == 0) {
            return 0;
        }
        try {
            return rocks.getAggregatedLongProperty("rocksdb.cur-size-all-mem-tables");
        } catch (RocksDBException failed) {
            throw fault("Asking for the memory in use", failed);
        } finally {
            gate.leave(stamp);
        }
    }

    /** Writes to tables what is in memory; nothing after close. */
    void flush() {
        long stamp = gate.enterIfOpen();
        if (stamp == 0) {
            return;
        }
        try (FlushOptions options = new FlushOptions()) {
            rocks.flush(
                    options, stores.values().stream().map(RocksStore::column).toList());
        } catch (RocksDBException failed) {
            // Whoever asks need not be the owner. The owner learns of it: RocksDB refuses its next commit.
            log.warn("{} cannot be flushed: {}", this, failed.getMessage());
        } finally {
            gate.leave(stamp);
        }
    }

    void ended(RocksTransaction transaction) {
        if (open == transaction) {
            open = null;
        }
    }

    ProcessorStateException fault(String what, RocksDBException cause) {
        return Faults.using(directory, what, cause);
    }

    @Override
    public String toString() {
        return "the database in " + directory;
    }
}
