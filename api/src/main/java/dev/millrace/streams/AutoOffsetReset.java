package dev.millrace.streams;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy.StrategyType;

/**
 * Where to start reading an input topic for which the application has no committed offset (KIP-1106).
 *
 * <p>Immutable.
 */
public class AutoOffsetReset {
    /** Which strategy this is. */
    protected final StrategyType offsetResetStrategy;

    /** How far back to start, for the strategy {@code by_duration} alone. */
    protected final Optional<Duration> duration;

    private AutoOffsetReset(StrategyType offsetResetStrategy, Optional<Duration> duration) {
        this.offsetResetStrategy = offsetResetStrategy;
        this.duration = duration;
    }

    /** Creates a copy. */
    protected AutoOffsetReset(AutoOffsetReset autoOffsetReset) {
        this(autoOffsetReset.offsetResetStrategy, autoOffsetReset.duration);
    }

    /** Fail if there is no committed offset. */
    public static AutoOffsetReset none() {
        return new AutoOffsetReset(StrategyType.NONE, Optional.empty());
    }

    /** Start at the first record that is still there. */
    public static AutoOffsetReset earliest() {
        return new AutoOffsetReset(StrategyType.EARLIEST, Optional.empty());
    }

    /** Start after the last record. */
    public static AutoOffsetReset latest() {
        return new AutoOffsetReset(StrategyType.LATEST, Optional.empty());
    }

    /**
     * Start at the first record whose timestamp is at most this much older than now.
     *
     * @param duration how far back, not negative
     * @throws IllegalArgumentException if the duration is negative
     * @throws NullPointerException if the duration is null
     */
    public static AutoOffsetReset byDuration(Duration duration) {
        Objects.requireNonNull(duration, "duration cannot be null");
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration cannot be negative, but is " + duration);
        }
        return new AutoOffsetReset(StrategyType.BY_DURATION, Optional.of(duration));
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof AutoOffsetReset that
                        && offsetResetStrategy == that.offsetResetStrategy
                        && duration.equals(that.duration));
    }

    @Override
    public int hashCode() {
        return Objects.hash(offsetResetStrategy, duration);
    }

    @Override
    public String toString() {
        return "AutoOffsetReset{" + offsetResetStrategy
                + duration.map(d -> " " + d).orElse("") + "}";
    }
}
