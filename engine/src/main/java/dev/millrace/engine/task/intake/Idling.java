package dev.millrace.engine.task.intake;

import dev.millrace.engine.port.InputLag;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides whether a task may process while some of its inputs are empty: going on means that records of the empty ones may
 * come too late to be taken in the order of event time.
 *
 * <p>With {@code max.task.idle.ms}
 *
 * <ul>
 *   <li>-1 it never waits;
 *   <li>0 it waits for what is known to be on the broker, and until that is known;
 *   <li>more, it waits that long for producers too, counted for each input from the moment it was found empty with
 *       everything on the broker fetched.
 * </ul>
 */
final class Idling {
    private static final long NOT_WAITING = -1;

    private final long maxIdleMs;
    private final InputLag lags;
    private final Map<InputQueue, Long> emptySinceMs = new HashMap<>();
    private long waitingSinceMs = NOT_WAITING;

    Idling(long maxIdleMs, InputLag lags) {
        this.maxIdleMs = maxIdleMs;
        this.lags = lags;
    }

    /** Whether the task may go on although some of {@code inputs} are empty. */
    boolean mayProceed(Collection<InputQueue> inputs, long nowMs) {
        if (maxIdleMs == Intake.NEVER_WAIT) {
            return true;
        }
        boolean ready = true;
        for (InputQueue input : inputs) {
            ready &= !input.isEmpty() ? stopWaiting(input) : mayMiss(input, nowMs);
        }
        waitingSinceMs = ready ? NOT_WAITING : waitingSinceMs == NOT_WAITING ? nowMs : waitingSinceMs;
        return ready;
    }

    private boolean stopWaiting(InputQueue input) {
        emptySinceMs.remove(input);
        return true;
    }

    private boolean mayMiss(InputQueue input, long nowMs) {
        if (lags.lagRecords(input.partition()) != 0) {
            emptySinceMs.remove(input);
            return false;
        }
        return nowMs - emptySinceMs.computeIfAbsent(input, unseen -> nowMs) >= maxIdleMs;
    }

    /** All inputs have records: whichever is empty next is waited for afresh. */
    void reset() {
        emptySinceMs.clear();
        waitingSinceMs = NOT_WAITING;
    }

    /** Since when records have been waiting for those of empty inputs, or -1 if they are not. */
    long idleSinceMs() {
        return waitingSinceMs;
    }
}
