package dev.millrace.streams.kstream;

import java.time.Instant;

/**
 * A span of time, from a start to an end in milliseconds since the epoch.
 *
 * <p>Whether the end belongs to the window depends on its kind: see {@link TimeWindow} and {@link SessionWindow}.
 * Windows of different kinds are never equal. Immutable.
 */
public abstract class Window {
    /** Where the window begins, included. */
    protected final long startMs;

    /** Where it ends. */
    protected final long endMs;

    /**
     * Creates the window.
     *
     * @throws IllegalArgumentException if the start is negative or the end lies before it
     */
    public Window(long startMs, long endMs) throws IllegalArgumentException {
        if (startMs < 0) {
            throw new IllegalArgumentException("A window cannot start before the epoch: " + startMs);
        }
        if (endMs < startMs) {
            throw new IllegalArgumentException(
                    "A window cannot end, at " + endMs + ", before it starts, at " + startMs);
        }
        this.startMs = startMs;
        this.endMs = endMs;
    }

    /** Where the window begins, included. */
    public long start() {
        return startMs;
    }

    /** Where the window ends. */
    public long end() {
        return endMs;
    }

    /** {@link #start()} as an instant. */
    public Instant startTime() {
        return Instant.ofEpochMilli(startMs);
    }

    /** {@link #end()} as an instant. */
    public Instant endTime() {
        return Instant.ofEpochMilli(endMs);
    }

    /**
     * Whether the two windows have a moment in common.
     *
     * @throws IllegalArgumentException if the other window is of another kind
     */
    public abstract boolean overlap(Window other);

    @Override
    @SuppressWarnings("EqualsGetClass") // a time window and a session window with the same bounds are not the same
    public boolean equals(Object obj) {
        if (this == obj) {
            return true;
        }
        if (obj == null || getClass() != obj.getClass()) {
            return false;
        }
        Window other = (Window) obj;
        return startMs == other.startMs && endMs == other.endMs;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(startMs) + Long.hashCode(endMs);
    }

    @Override
    public String toString() {
        return "Window{startMs=" + startMs + ", endMs=" + endMs + "}";
    }
}
