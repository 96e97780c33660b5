package dev.millrace.streams.kstream;

/** A window with a fixed start, included, and a fixed end, excluded. */
public final class TimeWindow extends Window {

    /**
     * Creates the window.
     *
     * @param startMs where it begins, included
     * @param endMs where it ends
     * @throws IllegalArgumentException if the start is negative or the end lies before it
     */
    public TimeWindow(long startMs, long endMs) {
        super(startMs, endMs);
        if (startMs == endMs) {
            throw new IllegalArgumentException("A time window cannot be empty: it starts and ends at " + startMs);
        }
    }

    @Override
    public boolean overlap(Window window) {
        if (!(window instanceof TimeWindow other)) {
            throw new IllegalArgumentException("Cannot compare " + this + " with a window of another kind: " + window);
        }
        return startMs < other.endMs && other.startMs < endMs;
    }
}
