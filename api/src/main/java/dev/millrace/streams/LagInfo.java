package dev.millrace.streams;

import java.util.Objects;

/**
 * How far the local copy of one store partition is behind its changelog (KIP-535).
 *
 * <p>Immutable.
 */
public class LagInfo {
    private final long currentOffsetPosition;
    private final long endOffsetPosition;
    private final long offsetLag;

    /**
     * Creates the lag between two offsets. For the engine: applications read lags, they do not make them.
     *
     * @param currentOffsetPosition the offset of the next changelog record to restore
     * @param endOffsetPosition the offset after the last changelog record
     */
    public LagInfo(long currentOffsetPosition, long endOffsetPosition) {
        this.currentOffsetPosition = currentOffsetPosition;
        this.endOffsetPosition = endOffsetPosition;
        this.offsetLag = Math.max(0, endOffsetPosition - currentOffsetPosition);
    }

    /** The changelog offset up to which the local copy is complete. */
    public long currentOffsetPosition() {
        return currentOffsetPosition;
    }

    /** The changelog's end offset. */
    public long endOffsetPosition() {
        return endOffsetPosition;
    }

    /** The number of offsets between the two, never negative. */
    public long offsetLag() {
        return offsetLag;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof LagInfo other
                && currentOffsetPosition == other.currentOffsetPosition
                && endOffsetPosition == other.endOffsetPosition;
    }

    @Override
    public int hashCode() {
        return Objects.hash(currentOffsetPosition, endOffsetPosition);
    }

    @Override
    public String toString() {
        return "LagInfo {currentOffsetPosition=" + currentOffsetPosition + ", endOffsetPosition=" + endOffsetPosition
                + ", offsetLag=" + offsetLag + "}";
    }
}
