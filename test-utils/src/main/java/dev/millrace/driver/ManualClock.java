package dev.millrace.driver;

import dev.millrace.engine.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;

/** Time that stands still until the test moves it; also as Kafka's {@link Time}, for metrics. Nobody can wait for it. */
final class ManualClock implements Clock, Time {
    private static final long NANOS_PER_MS = 1_000_000;

    private final long startMs;
    private long nowMs;

    ManualClock(Instant start) {
        this.startMs = start.toEpochMilli();
        this.nowMs = startMs;
    }

    void advance(Duration by) {
        nowMs += by.toMillis();
    }

    @Override
    public long nowMs() {
        return nowMs;
    }

    @Override
    public long nanoTime() {
        return (nowMs - startMs) * NANOS_PER_MS;
    }

    @Override
    public long milliseconds() {
        return nowMs;
    }

    @Override
    public long nanoseconds() {
        return nanoTime();
    }

    @Override
    public void sleep(long ms) {
        throw new IllegalStateException("only the test moves this time, nobody can sleep in it");
    }

    @Override
    public void waitObject(Object waiter, Supplier<Boolean> condition, long deadlineMs) {
        throw new IllegalStateException("only the test moves this time, nobody can wait in it");
    }
}
