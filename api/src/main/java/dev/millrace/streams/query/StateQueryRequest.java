package dev.millrace.streams.query;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.annotation.InterfaceStability;

/**
 * A query with what it is asked of: the store, the partitions and how far they must have come (KIP-796).
 *
 * <p>Immutable: the methods that change something return a new request.
 *
 * @param <R> the type of the result
 */
@InterfaceStability.Evolving
public class StateQueryRequest<R> {
    private final String storeName;
    private final PositionBound positionBound;
    private final Optional<Set<Integer>> partitions;
    private final Query<R> query;
    private final boolean executionInfoEnabled;
    private final boolean requireActive;

    private StateQueryRequest(
            String storeName,
            PositionBound positionBound,
            Optional<Set<Integer>> partitions,
            Query<R> query,
            boolean executionInfoEnabled,
            boolean requireActive) {
        this.storeName = storeName;
        this.positionBound = positionBound;
        this.partitions = partitions;
        this.query = query;
        this.executionInfoEnabled = executionInfoEnabled;
        this.requireActive = requireActive;
    }

    /** Begins a request to this store: {@code inStore(name).withQuery(query)}. */
    public static InStore inStore(String name) {
        return new InStore(name);
    }

    /** The same, of stores that have come this far. */
    public StateQueryRequest<R> withPositionBound(PositionBound positionBound) {
        return new StateQueryRequest<>(
                storeName, positionBound, partitions, query, executionInfoEnabled, requireActive);
    }

    /** The same, of all local partitions. The default. */
    public StateQueryRequest<R> withAllPartitions() {
        return new StateQueryRequest<>(
                storeName, positionBound, Optional.empty(), query, executionInfoEnabled, requireActive);
    }

    /**
     * The same, of these partitions.
     *
     * @throws NullPointerException if the set is null
     */
    public StateQueryRequest<R> withPartitions(Set<Integer> partitions) {
        return new StateQueryRequest<>(
                storeName,
                positionBound,
                Optional.of(Set.copyOf(partitions)),
                query,
                executionInfoEnabled,
                requireActive);
    }

    /** The same, with answers that say how they came about. */
    public StateQueryRequest<R> enableExecutionInfo() {
        return new StateQueryRequest<>(storeName, positionBound, partitions, query, true, requireActive);
    }

    /** The same, of active tasks alone: not of standbys, and not of tasks that are being restored. */
    public StateQueryRequest<R> requireActive() {
        return new StateQueryRequest<>(storeName, positionBound, partitions, query, executionInfoEnabled, true);
    }

    /** The name of the store. */
    public String getStoreName() {
        return storeName;
    }

    /** How far the stores must have come. */
    public PositionBound getPositionBound() {
        return positionBound;
    }

    /** The query. */
    public Query<R> getQuery() {
        return query;
    }

    /** Whether all local partitions are asked. */
    public boolean isAllPartitions() {
        return partitions.isEmpty();
    }

    /**
     * The partitions that are asked.
     *
     * @throws IllegalStateException if all are
     */
    public Set<Integer> getPartitions() {
        return partitions.orElseThrow(() -> new IllegalStateException(
                "The request for " + storeName + " names no partitions: it is for all of them"));
    }

    /** Whether answers say how they came about. */
    public boolean executionInfoEnabled() {
        return executionInfoEnabled;
    }

    /** Whether only active tasks are asked. */
    public boolean isRequireActive() {
        return requireActive;
    }

    /** A request that has a store and no query yet. */
    public static class InStore {
        private final String name;

        private InStore(String name) {
            this.name = name;
        }

        /** Asks this of all local partitions, wherever they are. */
        public <R> StateQueryRequest<R> withQuery(Query<R> query) {
            return new StateQueryRequest<>(name, PositionBound.unbounded(), Optional.empty(), query, false, false);
        }
    }
}
