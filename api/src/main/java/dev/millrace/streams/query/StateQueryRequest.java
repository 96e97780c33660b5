package dev.millrace.streams.query;

import java.util.Set;
import org.apache.kafka.common.annotation.InterfaceStability;

@InterfaceStability.Evolving
public class StateQueryRequest<R> {

    private StateQueryRequest() {}

    public static InStore inStore(String name) {
        throw new UnsupportedOperationException("StateQueryRequest.inStore");
    }

    public StateQueryRequest<R> withPositionBound(PositionBound positionBound) {
        throw new UnsupportedOperationException("StateQueryRequest.withPositionBound");
    }

    public StateQueryRequest<R> withAllPartitions() {
        throw new UnsupportedOperationException("StateQueryRequest.withAllPartitions");
    }

    public StateQueryRequest<R> withPartitions(Set<Integer> partitions) {
        throw new UnsupportedOperationException("StateQueryRequest.withPartitions");
    }

    public StateQueryRequest<R> enableExecutionInfo() {
        throw new UnsupportedOperationException("StateQueryRequest.enableExecutionInfo");
    }

    public StateQueryRequest<R> requireActive() {
        throw new UnsupportedOperationException("StateQueryRequest.requireActive");
    }

    public String getStoreName() {
        throw new UnsupportedOperationException("StateQueryRequest.getStoreName");
    }

    public PositionBound getPositionBound() {
        throw new UnsupportedOperationException("StateQueryRequest.getPositionBound");
    }

    public Query<R> getQuery() {
        throw new UnsupportedOperationException("StateQueryRequest.getQuery");
    }

    public boolean isAllPartitions() {
        throw new UnsupportedOperationException("StateQueryRequest.isAllPartitions");
    }

    public Set<Integer> getPartitions() {
        throw new UnsupportedOperationException("StateQueryRequest.getPartitions");
    }

    public boolean executionInfoEnabled() {
        throw new UnsupportedOperationException("StateQueryRequest.executionInfoEnabled");
    }

    public boolean isRequireActive() {
        throw new UnsupportedOperationException("StateQueryRequest.isRequireActive");
    }

    public static class InStore {

        private InStore() {}

        public <R> StateQueryRequest<R> withQuery(Query<R> query) {
            throw new UnsupportedOperationException("InStore.withQuery");
        }
    }
}
