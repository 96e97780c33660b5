package dev.millrace.streams.query;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.annotation.InterfaceStability;

@InterfaceStability.Evolving
public class Position {

    private Position() {}

    public static Position emptyPosition() {
        throw new UnsupportedOperationException("Position.emptyPosition");
    }

    public static Position fromMap(Map<String, ? extends Map<Integer, Long>> map) {
        throw new UnsupportedOperationException("Position.fromMap");
    }

    public Position withComponent(String topic, int partition, long offset) {
        throw new UnsupportedOperationException("Position.withComponent");
    }

    public Position copy() {
        throw new UnsupportedOperationException("Position.copy");
    }

    public Position merge(Position other) {
        throw new UnsupportedOperationException("Position.merge");
    }

    public Set<String> getTopics() {
        throw new UnsupportedOperationException("Position.getTopics");
    }

    public Map<Integer, Long> getPartitionPositions(String topic) {
        throw new UnsupportedOperationException("Position.getPartitionPositions");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("Position.toString");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("Position.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("Position.hashCode");
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException("Position.isEmpty");
    }
}
