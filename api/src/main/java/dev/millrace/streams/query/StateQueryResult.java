package dev.millrace.streams.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.annotation.InterfaceStability;

/**
 * The answers of all partitions to a request, or that of a global store (KIP-796).
 *
 * <p>Not thread-safe.
 *
 * @param <R> the type of the results
 */
@InterfaceStability.Evolving
public class StateQueryResult<R> {
    private final Map<Integer, QueryResult<R>> partitionResults = new HashMap<>();
    private QueryResult<R> globalResult;

    /** Creates a result without answers. For the engine. */
    public StateQueryResult() {}

    /** Sets the answer of a global store. For the engine. */
    public void setGlobalResult(QueryResult<R> r) {
        this.globalResult = r;
    }

    /** Adds the answer of a partition. For the engine. */
    public void addResult(int partition, QueryResult<R> r) {
        partitionResults.put(partition, r);
    }

    /** The answers by partition; empty for a global store. */
    public Map<Integer, QueryResult<R>> getPartitionResults() {
        return partitionResults;
    }

    /**
     * The answer of the one partition that has a result, null if none has. For queries that only one partition can answer,
     * such as those for a key.
     *
     * @throws IllegalArgumentException if several have one
     */
    public QueryResult<R> getOnlyPartitionResult() {
        List<QueryResult<R>> found = partitionResults.values().stream()
                .filter(QueryResult::isSuccess)
                .filter(answer -> answer.getResult() != null)
                .toList();
        if (found.size() > 1) {
            throw new IllegalArgumentException("More than one partition has a result: " + partitionResults);
        }
        return found.isEmpty() ? null : found.get(0);
    }

    /** The answer of a global store, null if the store is not global. */
    public QueryResult<R> getGlobalResult() {
        return globalResult;
    }

    /** How far the stores that answered had come, taken together. */
    public Position getPosition() {
        if (globalResult != null) {
            return globalResult.getPosition();
        }
        Position position = Position.emptyPosition();
        partitionResults.values().forEach(answer -> position.merge(answer.getPosition()));
        return position;
    }

    @Override
    public String toString() {
        return "StateQueryResult{partitionResults=" + partitionResults + ", globalResult=" + globalResult + "}";
    }
}
