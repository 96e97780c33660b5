package dev.millrace.runtime;

import dev.millrace.streams.KafkaStreams.State;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The end of an instance. It happens once, on a thread of its own, so that who asks for it may be one of the threads that
 * end, a listener, or a handler: those do not wait.
 */
final class Ending {
    private final LifeCycle life;
    private final String threadName;
    private final Consumer<@Nullable Boolean> work;
    private final BooleanSupplier calledFromWithin;
    private @Nullable Thread thread;

    /**
     * @param work ends everything; told whether to leave the group
     * @param calledFromWithin whether the caller's thread is one that {@code work} waits for
     */
    Ending(LifeCycle life, String threadName, Consumer<@Nullable Boolean> work, BooleanSupplier calledFromWithin) {
        this.life = life;
        this.threadName = threadName;
        this.work = work;
        this.calledFromWithin = calledFromWithin;
    }

    /** Ends in order, as asked. Does nothing if the end has begun. */
    void begin(boolean leaveGroup) {
        begin(State.PENDING_SHUTDOWN, State.NOT_RUNNING, leaveGroup);
    }

    /** Ends because of a failure. Does nothing if the end has begun. */
    void beginAfterFailure() {
        begin(State.PENDING_ERROR, State.ERROR, null);
    }

    /** Between the change and the start of the thread nobody can see the one without the other. */
    private synchronized void begin(State pending, State over, @Nullable Boolean leaveGroup) {
        if (life.change(pending)) {
            thread = new Thread(() -> end(over, leaveGroup), threadName);
            thread.start();
        }
    }

    private void end(State over, @Nullable Boolean leaveGroup) {
        life.tell();
        work.accept(leaveGroup);
        life.advance(over);
    }

    /**
     * Waits for the end; says whether it is reached.
     *
     * @param timeout null to wait as long as it takes
     */
    boolean await(@Nullable Duration timeout) {
        Thread ending = thread();
        if (ending != null && ending != Thread.currentThread() && !calledFromWithin.getAsBoolean()) {
            join(ending, timeout);
        }
        return life.state().hasCompletedShutdown();
    }

    private synchronized @Nullable Thread thread() {
        return thread;
    }

    /** Waits for a thread to end, not at all if the time-out is zero. */
    static void join(Thread thread, @Nullable Duration timeout) {
        try {
            if (timeout == null) {
                thread.join();
            } else if (!timeout.isZero()) {
                TimeUnit.MILLISECONDS.timedJoin(thread, millis(timeout));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static long millis(Duration timeout) {
        try {
            return Math.max(1, timeout.toMillis());
        } catch (ArithmeticException forEver) {
            return Long.MAX_VALUE;
        }
    }
}
