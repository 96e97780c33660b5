package dev.millrace.runtime;

import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateDatabase;
import dev.millrace.state.database.StateTransaction;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A database that, when it is closed, says how many changelog records it contains: what the group needs to know to give a
 * task to the instance that has most of it.
 */
record WatchedDatabase(StateDatabase database, LongConsumer onClose) implements StateDatabase {

    @Override
    public OrderedBytes store(String storeName) {
        return database.store(storeName);
    }

    @Override
    public StateTransaction begin() {
        return database.begin();
    }

    @Override
    public @Nullable Long changelogOffset(TopicPartition changelog) {
        return database.changelogOffset(changelog);
    }

    @Override
    public Map<TopicPartition, Long> changelogOffsets() {
        return database.changelogOffsets();
    }

    @Override
    public Map<TopicPartition, Long> position(String storeName) {
        return database.position(storeName);
    }

    @Override
    public boolean persistent() {
        return database.persistent();
    }

    @Override
    public void close() {
        long records =
                changelogOffsets().values().stream().mapToLong(Long::longValue).sum();
        database.close();
        onClose.accept(records);
    }
}
