package dev.millrace.rocksdb;

import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.SortedRows;
import dev.millrace.state.database.StateTransaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** A batch that collects the changes of one commit outside the database. */
final class RocksTransaction implements StateTransaction {
    private static final int DEFAULT_COLUMN = 0;
    private static final long TABLE_BYTES = 1 << 20;

    private final RocksDatabase database;
    private final BatchBytes changes;
    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private final List<RestoredTable> tables = new ArrayList<>();
    private final Map<String, Map<TopicPartition, Long>> positions = new HashMap<>();
    private boolean ended;

    RocksTransaction(RocksDatabase database, BatchBytes changes) {
        this.database = database;
        this.changes = changes;
    }

    @Override
    public void put(OrderedBytes store, byte[] key, byte[] value) {
        requireOpen();
        changes.put(database.own(store).columnNumber(), key, value);
    }

    @Override
    public void putUnordered(OrderedBytes store, long number, byte[] rest, byte[] value) {
        requireOpen();
        changes.putUnordered(database.own(store).columnNumber(), number, rest, value);
    }

    @Override
    public void delete(OrderedBytes store, byte[] key) {
        requireOpen();
        changes.delete(database.own(store).columnNumber(), key);
    }

    /** Many rows become a table, when the commit is written; a few are cheaper with the other changes. */
    @Override
    public void restore(OrderedBytes store, SortedRows rows) {
        requireOpen();
        RocksStore own = database.own(store);
        if (rows.bytes() < TABLE_BYTES) {
            StateTransaction.super.restore(store, rows);
        } else {
            tables.add(new RestoredTable(own, tables.size(), rows));
        }
    }

    @Override
    public void deleteRange(OrderedBytes store, byte[] from, byte[] to) {
        requireOpen();
        int column = database.own(store).columnNumber();
        if (Arrays.compareUnsigned(from, to) < 0) {
            changes.deleteRange(column, from, to);
        }
    }

    @Override
    public void changelogOffset(TopicPartition changelog, long nextOffset) {
        requireOpen();
        offsets.put(changelog, nextOffset);
    }

    @Override
    public void position(String storeName, Map<TopicPartition, Long> inputOffsets) {
        requireOpen();
        positions.put(storeName, Map.copyOf(inputOffsets));
    }

    @Override
    public void commit() {
        requireOpen();
        offsets.forEach(
                (changelog, offset) -> changes.put(DEFAULT_COLUMN, OffsetRow.key(changelog), OffsetRow.value(offset)));
        positions.forEach(
                (store, inputs) -> changes.put(DEFAULT_COLUMN, PositionRow.key(store), PositionRow.value(inputs)));
        database.write(List.copyOf(tables), changes, offsets, positions);
        close();
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            database.ended(this);
        }
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("the transaction on " + database + " has ended: begin another");
        }
    }
}
