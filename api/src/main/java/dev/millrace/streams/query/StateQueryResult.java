package dev.millrace.streams.query;

import java.util.Map;
import org.apache.kafka.common.annotation.InterfaceStability;

@InterfaceStability.Evolving
public class StateQueryResult<R> {

    public StateQueryResult() {}

    public void setGlobalResult(QueryResult<R> r) {
        throw new UnsupportedOperationException("StateQueryResult.setGlobalResult");
    }

    public void addResult(int partition, QueryResult<R> r) {
        throw new UnsupportedOperationException("StateQueryResult.addResult");
    }

    public Map<Integer, QueryResult<R>> getPartitionResults() {
        throw new UnsupportedOperationException("StateQueryResult.getPartitionResults");
    }

    public QueryResult<R> getOnlyPartitionResult() {
        throw new UnsupportedOperationException("StateQueryResult.getOnlyPartitionResult");
    }

    public QueryResult<R> getGlobalResult() {
        throw new UnsupportedOperationException("StateQueryResult.getGlobalResult");
    }

    public Position getPosition() {
        throw new UnsupportedOperationException("StateQueryResult.getPosition");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("StateQueryResult.toString");
    }
}
