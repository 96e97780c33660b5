package dev.millrace.runtime;

import dev.millrace.engine.time.Clock;
import org.apache.kafka.common.utils.Time;

/** The engine's clock on Kafka's {@link Time}, which users may bring along. */
record TimeClock(Time time) implements Clock {

    @Override
    public long nowMs() {
        return time.milliseconds();
    }

    @Override
    public long nanoTime() {
        return time.nanoseconds();
    }
}
