package dev.millrace.streams.processor;

import dev.millrace.streams.query.FailureReason;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.QueryConfig;
import dev.millrace.streams.query.QueryResult;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.annotation.InterfaceStability;

/**
 * Where a processor keeps what it must remember.
 *
 * <p>Belongs to the stream thread of its task; queries may come from other threads.
 *
 * <p>Source: the section "Processor API" of the Kafka documentation.
 */
public interface StateStore {

    /** The name, unique in the topology. */
    String name();

    /**
     * Opens the store and registers it with {@link StateStoreContext#register}.
     *
     * @param stateStoreContext what the store may know of its task
     * @param root the outermost layer of the store, which is the one to register
     */
    void init(StateStoreContext stateStoreContext, StateStore root);

    /**
     * Writes down what is held back.
     *
     * @deprecated implement {@link #commit}
     */
    @Deprecated
    default void flush() {}

    /**
     * Makes everything durable that was written so far, together with how far the changelogs it is in have come
     * (KIP-1035).
     *
     * @param changelogOffsets the offsets to remember: of the last record that the store contains; negative if it
     *     contains none yet
     */
    @SuppressWarnings("deprecation")
    default void commit(Map<TopicPartition, Long> changelogOffsets) {
        flush();
    }

    /**
     * The offset that was committed for this partition, null if none was or the store does not manage offsets. Restoration
     * begins behind it.
     */
    default Long committedOffset(TopicPartition partition) {
        return null;
    }

    /** Closes the store. Called more than once if the first call fails. */
    void close();

    /** Whether the store survives the process. */
    boolean persistent();

    /**
     * Whether the store remembers the offsets given to {@link #commit}.
     *
     * @deprecated one day every store must
     */
    @Deprecated
    default boolean managesOffsets() {
        return false;
    }

    /** Whether the store can be used. */
    boolean isOpen();

    /**
     * Answers a query. A store that does not know the query says so with {@link FailureReason#UNKNOWN_QUERY_TYPE}; it
     * does not throw.
     *
     * @param query what is asked
     * @param positionBound how far the store must have come
     * @param config how to answer
     */
    @InterfaceStability.Evolving
    default <R> QueryResult<R> query(Query<R> query, PositionBound positionBound, QueryConfig config) {
        return QueryResult.forUnknownQueryType(query, this);
    }

    /**
     * How far into its input the store has come.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    @InterfaceStability.Evolving
    default Position getPosition() {
        throw new UnsupportedOperationException(
                "StateStore.getPosition: " + getClass() + " does not know its position");
    }
}
