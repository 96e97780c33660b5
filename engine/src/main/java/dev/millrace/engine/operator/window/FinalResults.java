package dev.millrace.engine.operator.window;

import dev.millrace.engine.operator.Mark;
import dev.millrace.state.ClosedWindowTaker;
import dev.millrace.state.ClosingState;

/**
 * The final results of an aggregation that sends nothing on before a window closes.
 *
 * <p>How far windows are closed is committed with the offsets of the inputs: the next life of the task goes on behind the
 * windows that were sent on, and begins with those in the store that were not.
 */
final class FinalResults {
    private final ClosingState store;
    private final Mark closed;
    private final long sizeMs;
    private boolean watching;

    /**
     * The results of a store.
     *
     * @param closed the time up to which windows are closed, grace period included
     * @param sizeMs from a window's start to its end; for sessions, which are kept by their end and close behind it, 1
     */
    FinalResults(ClosingState store, Mark closed, long sizeMs) {
        this.store = store;
        this.closed = closed;
        this.sizeMs = sizeMs;
    }

    /** A record is about to be taken in. */
    void beforeRecord() {
        if (!watching) {
            watching = true;
            store.watchClosing(Math.max(0, closed.timeMs() - sizeMs + 1));
        }
    }

    /** Gives the windows whose end has come, each once. */
    void closeUpTo(long endMs, ClosedWindowTaker taker) {
        if (endMs > closed.timeMs()) {
            closed.moveTo(endMs);
            store.takeClosed(endMs - sizeMs, taker);
        }
    }
}
