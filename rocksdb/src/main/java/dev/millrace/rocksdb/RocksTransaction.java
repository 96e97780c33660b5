package dev.millrace.rocksdb;

import dev.millrace.state.OrderedBytes;
import dev.millrace.state.StateTransaction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** A batch that collects the changes of one commit outside the database. */
final class RocksTransaction implements StateTransaction {
    private final RocksDatabase database;
    private final WriteBatch batch = new WriteBatch();
    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private boolean ended;

    RocksTransaction(RocksDatabase database) {
        this.database = database;
    }

    @Override
    public void put(OrderedBytes store, byte[] key, byte[] value) {
        requireOpen();
        RocksStore ours = database.own(store);
        try {
            batch.put(ours.column(), key, value);
        } catch (RocksDBException failed) {
            throw database.fault("Writing to store " + ours.name(), failed);
        }
    }

    @Override
    public void delete(OrderedBytes store, byte[] key) {
        requireOpen();
        RocksStore ours = database.own(store);
        try {
            batch.delete(ours.column(), key);
        } catch (RocksDBException failed) {
            throw database.fault("Deleting from store " + ours.name(), failed);
        }
    }

    @Override
    public void deleteRange(OrderedBytes store, byte[] from, byte[] to) {
        requireOpen();
        RocksStore ours = database.own(store);
        if (Arrays.compareUnsigned(from, to) >= 0) {
            return;
        }
        try {
            batch.deleteRange(ours.column(), from, to);
        } catch (RocksDBException failed) {
            throw database.fault("Deleting a range from store " + ours.name(), failed);
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
        try {
            for (Map.Entry<TopicPartition, Long> offset : offsets.entrySet()) {
                batch.put(OffsetRow.key(offset.getKey()), OffsetRow.value(offset.getValue()));
            }
        } catch (RocksDBException failed) {
            throw database.fault("Writing changelog offsets", failed);
        }
        database.write(batch, offsets);
        close();
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            batch.close();
            database.ended(this);
        }
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("the transaction on " + database + " has ended: begin another");
        }
    }
}
