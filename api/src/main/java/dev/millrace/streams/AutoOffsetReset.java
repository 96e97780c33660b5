package dev.millrace.streams;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;

public class AutoOffsetReset {
    protected final AutoOffsetResetStrategy.StrategyType offsetResetStrategy;
    protected final Optional<Duration> duration;

    protected AutoOffsetReset(AutoOffsetReset autoOffsetReset) {
        throw new UnsupportedOperationException("AutoOffsetReset");
    }

    public static AutoOffsetReset none() {
        throw new UnsupportedOperationException("AutoOffsetReset.none");
    }

    public static AutoOffsetReset earliest() {
        throw new UnsupportedOperationException("AutoOffsetReset.earliest");
    }

    public static AutoOffsetReset latest() {
        throw new UnsupportedOperationException("AutoOffsetReset.latest");
    }

    public static AutoOffsetReset byDuration(Duration duration) {
        throw new UnsupportedOperationException("AutoOffsetReset.byDuration");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("AutoOffsetReset.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("AutoOffsetReset.hashCode");
    }
}
