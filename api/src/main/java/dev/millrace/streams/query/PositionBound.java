package dev.millrace.streams.query;

import org.apache.kafka.common.annotation.InterfaceStability;

@InterfaceStability.Evolving
public class PositionBound {

    private PositionBound() {}

    public static PositionBound unbounded() {
        throw new UnsupportedOperationException("PositionBound.unbounded");
    }

    public static PositionBound at(Position position) {
        throw new UnsupportedOperationException("PositionBound.at");
    }

    public boolean isUnbounded() {
        throw new UnsupportedOperationException("PositionBound.isUnbounded");
    }

    public Position position() {
        throw new UnsupportedOperationException("PositionBound.position");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("PositionBound.toString");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("PositionBound.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("PositionBound.hashCode");
    }
}
