package dev.millrace.streams.kstream;

/** A window from the first to the last record of a session, both included. */
public final class SessionWindow extends Window {

    /**
     * Creates the window.
     *
     * @param startMs where it begins, included
     * @param endMs where it ends
     * @throws IllegalArgumentException if the start is negative or the end lies before it
     */
    public SessionWindow(long startMs, long endMs) {
        super(startMs, endMs);
    }

    @Override
    public boolean overlap(Window window) {
        if (!(window instanceof SessionWindow other)) {
            throw new IllegalArgumentException("Cannot compare " + this + " with a window of another kind: " + window);
        }
        return startMs <= other.endMs && other.startMs <= endMs;
    }
}
