package dev.millrace.streams.kstream;

/** A window with a start and no end. */
public final class UnlimitedWindow extends Window {

    /**
     * Creates the window.
     *
     * @param startMs where it begins, included
     * @throws IllegalArgumentException if the start is negative
     */
    public UnlimitedWindow(long startMs) {
        super(startMs, Long.MAX_VALUE);
    }

    @Override
    public boolean overlap(Window window) {
        if (!(window instanceof UnlimitedWindow)) {
            throw new IllegalArgumentException("Cannot compare " + this + " with a window of another kind: " + window);
        }
        return true;
    }
}
