package dev.millrace.rocksdb;

import dev.millrace.state.database.ByteCursor;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.PendingWrite;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;

/** The content of one store: a column family of its task's database. */
final class RocksStore implements OrderedBytes {
    private final String name;
    private final Path directory;
    private final RocksDB rocks;
    private final ColumnFamilyHandle column;
    private final int columnNumber;
    private final Options options;
    private final Gate gate;
    private final PendingWrite pending;
    private final Set<RocksCursor> cursors = ConcurrentHashMap.newKeySet();

    RocksStore(
            String name,
            Path directory,
            RocksDB rocks,
            ColumnFamilyHandle column,
            Options options,
            Gate gate,
            PendingWrite pending) {
        this.name = name;
        this.directory = directory;
        this.rocks = rocks;
        this.column = column;
        this.columnNumber = column.getID();
        this.options = options;
        this.gate = gate;
        this.pending = pending;
    }

    /** Passes the gate, when all that was committed is there. */
    private long enter() {
        pending.await();
        return gate.enter(this);
    }

    String name() {
        return name;
    }

    ColumnFamilyHandle column() {
        return column;
    }

    /** What tables of it are to be like. */
    Options options() {
        return options;
    }

    /** The number by which batches name the column. */
    int columnNumber() {
        return columnNumber;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        long stamp = enter();
        try {
            return rocks.get(column, key);
        } catch (RocksDBException failed) {
            throw Faults.using(directory, "Reading " + this, failed);
        } finally {
            gate.leave(stamp);
        }
    }

    @Override
    public byte[] @Nullable [] getAll(byte[][] keys) {
        if (keys.length == 0) {
            return new byte[0][];
        }
        long stamp = enter();
        try {
            List<ColumnFamilyHandle> columns = Collections.nCopies(keys.length, column);
            return rocks.multiGetAsList(columns, Arrays.asList(keys)).toArray(new byte[0][]);
        } catch (RocksDBException failed) {
            throw Faults.using(directory, "Reading " + this, failed);
        } finally {
            gate.leave(stamp);
        }
    }

    @Override
    public ByteCursor scan(byte @Nullable [] from, byte @Nullable [] to, boolean descending) {
        long stamp = enter();
        try {
            RocksCursor cursor = new RocksCursor(this, gate, from, to, descending);
            cursors.add(cursor);
            return cursor;
        } finally {
            gate.leave(stamp);
        }
    }

    @Override
    public long approximateEntries() {
        long stamp = enter();
        try {
            return rocks.getLongProperty(column, "rocksdb.estimate-num-keys");
        } catch (RocksDBException failed) {
            throw Faults.using(directory, "Counting the entries of " + this, failed);
        } finally {
            gate.leave(stamp);
        }
    }

    RocksDB rocks() {
        return rocks;
    }

    Path directory() {
        return directory;
    }

    /** Frees a cursor, if it was not freed before. The caller is inside the gate. */
    void release(RocksCursor cursor) {
        if (cursors.remove(cursor)) {
            cursor.free();
        }
    }

    /** Frees cursors that were forgotten; only after the gate is closed. */
    void closeCursors(Logger log) {
        if (!cursors.isEmpty()) {
            log.warn(
                    "{} is closed while {} of its iterators are open; whoever opened them must close them",
                    this,
                    cursors.size());
            cursors.forEach(RocksCursor::free);
            cursors.clear();
        }
    }

    @Override
    public String toString() {
        return "Store " + name;
    }
}
