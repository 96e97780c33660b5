package dev.millrace.streams.query;

import org.apache.kafka.common.annotation.InterfaceStability;

/** How far a store must have come to answer a query. Immutable. */
@InterfaceStability.Evolving
public class PositionBound {
    private final Position position;

    private PositionBound(Position position) {
        this.position = position.copy();
    }

    /** Any position will do. */
    public static PositionBound unbounded() {
        return new PositionBound(Position.emptyPosition());
    }

    /**
     * At least this far.
     *
     * @throws NullPointerException if the position is null
     */
    public static PositionBound at(Position position) {
        return new PositionBound(position);
    }

    /** Whether any position will do. */
    public boolean isUnbounded() {
        return position.isEmpty();
    }

    /** How far: a copy. */
    public Position position() {
        return position.copy();
    }

    @Override
    public String toString() {
        return "PositionBound{position=" + position + "}";
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof PositionBound that && position.equals(that.position));
    }

    /**
     * Not supported, as for {@link Position}.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public int hashCode() {
        throw new UnsupportedOperationException(
                "PositionBound.hashCode: a position cannot be a key in a hash table, and neither can its bound");
    }
}
