package dev.millrace.engine.operator.window;

import dev.millrace.engine.operator.Mark;
import dev.millrace.engine.operator.Operator;
import dev.millrace.state.ClosingState;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The time of an aggregation in windows or sessions: the highest event time of the records that reached it with a key. As it goes
 * on windows close: they take no more records, and if nothing was sent on before, their results are, by the record that closes
 * them and with its headers.
 */
public final class WindowTime {
    private static final long NOTHING_YET = -1;

    private final long graceMs;
    private @Nullable FinalResults results;
    private long observedMs = NOTHING_YET;

    /** @param graceMs how long after its end a window is still open */
    public WindowTime(long graceMs) {
        this.graceMs = graceMs;
    }

    /**
     * From now on windows are sent on when they close.
     *
     * @param closed the time up to which windows are closed, grace period included
     * @param sizeMs from a window's start to its end; for sessions, which are kept by their end and close behind it, 1
     */
    public void sendsClosed(ClosingState store, Mark closed, long sizeMs) {
        results = new FinalResults(store, closed, sizeMs);
    }

    /** A record is about to be taken in. */
    public void advance(long timestamp) {
        if (results != null) {
            results.beforeRecord();
        }
        observedMs = Math.max(observedMs, timestamp);
    }

    /** The end that a window must have to be open still is later than this one. */
    public long closedMs() {
        return observedMs - graceMs;
    }

    /** The record has been taken in: what it closes is sent on. */
    public void close(Operator downstream, Headers headers) {
        if (results != null) {
            results.closeUpTo(
                    closedMs(),
                    (window, result, timestamp) -> downstream.update(window, result, null, timestamp, headers));
        }
    }
}
