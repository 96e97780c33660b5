package dev.millrace.runtime;

import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.KafkaStreams.StateListener;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Where an instance is in its life, and who is told of it.
 *
 * <p>The listener hears of every change, in order, one at a time, and on the thread that made the change; or, if another
 * thread is telling it something at that moment, on that one. No lock is held meanwhile, so the listener may do what it
 * likes, closing the instance included.
 */
final class LifeCycle {
    private final Logger log;
    private final Deque<Change> untold = new ArrayDeque<>();
    private State state = State.CREATED;
    private @Nullable StateListener listener;
    private boolean telling;

    LifeCycle(Logger log) {
        this.log = log;
    }

    synchronized State state() {
        return state;
    }

    synchronized void setListener(@Nullable StateListener listener) {
        this.listener = listener;
    }

    /** Goes on from the very beginning, and tells the listener; says whether it was the beginning. */
    boolean begin() {
        boolean begun;
        synchronized (this) {
            begun = state.hasNotStarted() && change(State.REBALANCING);
        }
        tell();
        return begun;
    }

    /** Goes on to {@code next} if that may follow, and tells the listener; says whether it did. */
    boolean advance(State next) {
        boolean changed = change(next);
        tell();
        return changed;
    }

    /** Goes on to {@code next} if that may follow; says whether it did. The listener hears of it by the next {@link #tell}. */
    synchronized boolean change(State next) {
        if (state == next || !state.isValidTransition(next)) {
            return false;
        }
        log.info("State transition from {} to {}", state, next);
        untold.add(new Change(next, state));
        state = next;
        return true;
    }

    /** Tells the listener what it does not know yet. */
    void tell() {
        for (Change change = nextUntold(); change != null; change = nextUntold()) {
            try {
                tell(change);
            } catch (RuntimeException failure) {
                log.error("The state listener failed on {}", change, failure);
            } finally {
                told();
            }
        }
    }

    private synchronized @Nullable Change nextUntold() {
        if (telling || untold.isEmpty()) {
            return null;
        }
        telling = true;
        return untold.remove();
    }

    private synchronized void told() {
        telling = false;
    }

    private void tell(Change change) {
        StateListener told;
        synchronized (this) {
            told = listener;
        }
        if (told != null) {
            told.onChange(change.to(), change.from());
        }
    }

    private record Change(State to, State from) {}
}
