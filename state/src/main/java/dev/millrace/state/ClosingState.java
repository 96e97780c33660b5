package dev.millrace.state;

/** A store of windows or sessions that can give those that close. Their time is the start of a window, the end of a session. */
public interface ClosingState {

    /**
     * From now on the store remembers what is still to be given to {@link #takeClosed}: what is there and has the time
     * {@code fromMs} or a later one, and all that comes up.
     */
    void watchClosing(long fromMs);

    /**
     * Gives everything that has the time {@code upToMs} or an earlier one, is still there and was not given before, in the order
     * in which a scan of a time-ordered store shows it.
     */
    void takeClosed(long upToMs, ClosedWindowTaker taker);
}
