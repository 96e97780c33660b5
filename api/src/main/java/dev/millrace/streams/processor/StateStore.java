package dev.millrace.streams.processor;

import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.QueryConfig;
import dev.millrace.streams.query.QueryResult;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.annotation.InterfaceStability;

public interface StateStore {

    String name();

    void init(StateStoreContext stateStoreContext, StateStore root);

    @Deprecated
    default void flush() {
        throw new UnsupportedOperationException("StateStore.flush");
    }

    default void commit(Map<TopicPartition, Long> changelogOffsets) {
        throw new UnsupportedOperationException("StateStore.commit");
    }

    default Long committedOffset(TopicPartition partition) {
        throw new UnsupportedOperationException("StateStore.committedOffset");
    }

    void close();

    boolean persistent();

    @Deprecated
    default boolean managesOffsets() {
        throw new UnsupportedOperationException("StateStore.managesOffsets");
    }

    boolean isOpen();

    @InterfaceStability.Evolving
    default <R> QueryResult<R> query(Query<R> query, PositionBound positionBound, QueryConfig config) {
        throw new UnsupportedOperationException("StateStore.query");
    }

    @InterfaceStability.Evolving
    default Position getPosition() {
        throw new UnsupportedOperationException("StateStore.getPosition");
    }
}
