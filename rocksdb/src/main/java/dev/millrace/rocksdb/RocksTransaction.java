package dev.millrace.rocksdb;

import dev.millrace.state.OrderedBytes;
import dev.millrace.state.StateTransaction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.rocksdb.WriteBatch;

/** A batch that collects the changes of one commit outside the database. */
final class RocksTransaction implements StateTransaction {
    private static final int DEFAULT_COLUMN = 0;

    private final RocksDatabase database;
    private final BatchBytes changes = new BatchBytes();
    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private boolean ended;

    RocksTransaction(RocksDatabase database) {
        this.database = database;
    }

    @Override
    public void put(OrderedBytes store, byte[] key, byte[] value) {
        requireOpen();
        changes.put(database.own(store).columnNumber(), key, value);
    }

    @Override
    public void delete(OrderedBytes store, byte[] key) {
        requireOpen();
        changes.delete(database.own(store).columnNumber(), key);
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
    public void commit() {
        requireOpen();
        offsets.forEach(
                (changelog, offset) -> changes.put(DEFAULT_COLUMN, OffsetRow.key(changelog), OffsetRow.value(offset)));
        try (WriteBatch batch = new WriteBatch(changes.toBytes())) {
            database.write(batch, offsets);
        }
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
