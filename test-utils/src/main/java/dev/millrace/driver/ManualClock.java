package dev.millrace.driver;

import dev.millrace.engine.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time that stands still until the test moves it. */
final class ManualClock implements Clock {
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
}
