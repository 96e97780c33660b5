package dev.millrace.rocksdb;

import dev.millrace.state.database.ByteCursor;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/** A walk over a column family as it was when the walk began. RocksDB knows the bounds, so that it reads nothing beyond. */
final class RocksCursor implements ByteCursor {
    private final RocksStore store;
    private final Gate gate;
    private final boolean descending;
    private final Handles handles = new Handles();
    private final RocksIterator iterator;
    private State state = State.BEFORE;

    /** The caller is inside the gate. */
    RocksCursor(RocksStore store, Gate gate, byte @Nullable [] from, byte @Nullable [] to, boolean descending) {
        this.store = store;
        this.gate = gate;
        this.descending = descending;
        ReadOptions options = handles.keep(new ReadOptions());
        if (from != null) {
            options.setIterateLowerBound(handles.keep(new Slice(from)));
        }
        if (to != null) {
            options.setIterateUpperBound(handles.keep(new Slice(to)));
        }
        iterator = handles.keep(store.rocks().newIterator(store.column(), options));
    }

    @Override
    public boolean next() {
        if (state == State.END) {
            return false;
        }
        long stamp = gate.enter(store);
        try {
            move();
            state = iterator.isValid() ? State.AT_ENTRY : State.END;
            if (state == State.END) {
                iterator.status();
            }
            return state == State.AT_ENTRY;
        } catch (RocksDBException failed) {
            throw Faults.using(store.directory(), "Scanning " + store, failed);
        } finally {
            gate.leave(stamp);
        }
    }

    private void move() {
        if (state == State.AT_ENTRY) {
            if (descending) {
                iterator.prev();
            } else {
                iterator.next();
            }
        } else if (descending) {
            iterator.seekToLast();
        } else {
            iterator.seekToFirst();
        }
    }

    @Override
    public byte[] key() {
        long stamp = enterAtEntry();
        try {
            return iterator.key();
        } finally {
            gate.leave(stamp);
        }
    }

    @Override
    public byte[] value() {
        long stamp = enterAtEntry();
        try {
            return iterator.value();
        } finally {
            gate.leave(stamp);
        }
    }

    private long enterAtEntry() {
        if (state != State.AT_ENTRY) {
            throw new NoSuchElementException("the cursor is not at an entry: next() was not called or said false");
        }
        return gate.enter(store);
    }

    @Override
    public void close() {
        state = State.END;
        long stamp = gate.enterIfOpen();
        if (stamp != 0) {
            try {
                store.release(this);
            } finally {
                gate.leave(stamp);
            }
        }
    }

    /** Frees the native objects. Inside the gate, or after it was closed, so that the database is still there. */
    void free() {
        handles.close();
    }

    private enum State {
        BEFORE,
        AT_ENTRY,
        END
    }
}
