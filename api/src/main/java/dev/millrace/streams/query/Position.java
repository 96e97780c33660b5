package dev.millrace.streams.query;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.annotation.InterfaceStability;

/**
 * How far something has come: an offset for each partition of some topics (KIP-796).
 *
 * <p>Mutable, so it cannot be a key in a hash table. Safe for any thread; a change of several components is not atomic.
 */
@InterfaceStability.Evolving
public class Position {
    private final ConcurrentHashMap<String, ConcurrentHashMap<Integer, Long>> position = new ConcurrentHashMap<>();

    private Position() {}

    /** A position with nothing in it. */
    public static Position emptyPosition() {
        return new Position();
    }

    /** A position with a copy of these offsets, by topic and partition; null for none. */
    public static Position fromMap(Map<String, ? extends Map<Integer, Long>> map) {
        Position copy = new Position();
        if (map != null) {
            map.forEach((topic, offsets) ->
                    offsets.forEach((partition, offset) -> copy.withComponent(topic, partition, offset)));
        }
        return copy;
    }

    /** Moves a partition up to this offset, if it is not there yet; returns this position. */
    public Position withComponent(String topic, int partition, long offset) {
        position.computeIfAbsent(topic, name -> new ConcurrentHashMap<>()).merge(partition, offset, Math::max);
        return this;
    }

    /** A copy, which changes independently. */
    public Position copy() {
        return fromMap(position);
    }

    /** Moves every partition up to where the other position is; returns this position. Null changes nothing. */
    public Position merge(Position other) {
        if (other != null) {
            other.position.forEach((topic, offsets) ->
                    offsets.forEach((partition, offset) -> withComponent(topic, partition, offset)));
        }
        return this;
    }

    /** The topics, read-only. */
    public Set<String> getTopics() {
        return Collections.unmodifiableSet(position.keySet());
    }

    /** The offsets of a topic, by partition, read-only; empty for a topic that is not here. */
    public Map<Integer, Long> getPartitionPositions(String topic) {
        ConcurrentHashMap<Integer, Long> offsets = position.get(topic);
        return offsets == null ? Map.of() : Collections.unmodifiableMap(offsets);
    }

    @Override
    public String toString() {
        return "Position{position=" + position + "}";
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Position that && position.equals(that.position));
    }

    /**
     * Not supported: this object can change.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public int hashCode() {
        throw new UnsupportedOperationException(
                "Position.hashCode: a position can change, so it cannot be a key in a hash table");
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return position.isEmpty();
    }
}
