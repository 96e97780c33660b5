package dev.millrace.state.database;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The database of one task: its stores' committed content, and for each changelog the offset up to which that content is
 * complete. Both change together in one {@link StateTransaction}, so after a crash the content is exactly some committed
 * state and its offset.
 */
public interface StateDatabase extends AutoCloseable {

    /** The content of a store, empty if it is new; one of those that the database was opened for. */
    OrderedBytes store(String storeName);

    /** Starts a batch of changes. One at a time. */
    StateTransaction begin();

    /** The next changelog offset to replay, or null if nothing of this changelog was ever committed here. */
    @Nullable
    Long changelogOffset(TopicPartition changelog);

    /** All known changelog offsets. */
    Map<TopicPartition, Long> changelogOffsets();

    /**
     * How far into its inputs a store had come when it was committed last: of each input partition, the offset of the last
     * record that is in its content; empty for a new store.
     */
    Map<TopicPartition, Long> position(String storeName);

    /** Whether content survives the process. */
    boolean persistent();

    @Override
    void close();
}
