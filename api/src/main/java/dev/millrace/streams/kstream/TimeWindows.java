package dev.millrace.streams.kstream;

import dev.millrace.streams.spi.Milliseconds;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Windows of a fixed size that start at multiples of their advance: tumbling if the two are equal, else hopping.
 *
 * <p>Windows are aligned to the epoch; their start is included, their end is not. Immutable.
 *
 * <p>Source: the section "Streams DSL" of the Kafka documentation, and KIP-633 for the grace period.
 */
public final class TimeWindows extends Windows<TimeWindow> {
    /** The size of a window. */
    public final long sizeMs;

    /** From the start of one window to that of the next. */
    public final long advanceMs;

    private final long graceMs;

    private TimeWindows(long sizeMs, long advanceMs, long graceMs) {
        if (sizeMs <= 0) {
            throw new IllegalArgumentException("The size of a window must be positive, but is " + sizeMs + " ms");
        }
        if (advanceMs <= 0 || advanceMs > sizeMs) {
            throw new IllegalArgumentException("Windows must advance by more than 0 ms and at most by their size, "
                    + sizeMs + " ms, not by " + advanceMs + " ms");
        }
        if (graceMs < 0) {
            throw new IllegalArgumentException("The grace period must not be negative, but is " + graceMs + " ms");
        }
        this.sizeMs = sizeMs;
        this.advanceMs = advanceMs;
        this.graceMs = graceMs;
    }

    /**
     * Tumbling windows that take no late records.
     *
     * @throws IllegalArgumentException if the size is null, less than a millisecond or does not fit into milliseconds
     */
    public static TimeWindows ofSizeWithNoGrace(Duration size) throws IllegalArgumentException {
        return ofSizeAndGrace(size, Duration.ZERO);
    }

    /**
     * Tumbling windows that take late records for a while.
     *
     * @param size the size of a window
     * @param afterWindowEnd how long after its end, in stream time, a window still takes records
     * @throws IllegalArgumentException if one is null or does not fit into milliseconds, the size is less than a
     *     millisecond, or the grace period is negative
     */
    public static TimeWindows ofSizeAndGrace(Duration size, Duration afterWindowEnd) throws IllegalArgumentException {
        long sizeMs = Milliseconds.of(size, "size");
        return new TimeWindows(sizeMs, sizeMs, Milliseconds.of(afterWindowEnd, "afterWindowEnd"));
    }

    /**
     * The same windows, starting more often: hopping.
     *
     * @throws IllegalArgumentException if the advance is null, less than a millisecond or larger than the size
     */
    public TimeWindows advanceBy(Duration advance) {
        return new TimeWindows(sizeMs, Milliseconds.of(advance, "advance"), graceMs);
    }

    @Override
    public Map<Long, TimeWindow> windowsFor(long timestamp) {
        Map<Long, TimeWindow> windows = new LinkedHashMap<>();
        long earliestStart = Math.max(0, timestamp - sizeMs + advanceMs);
        for (long start = earliestStart - earliestStart % advanceMs; start <= timestamp; start += advanceMs) {
            windows.put(start, new TimeWindow(start, start + sizeMs));
        }
        return windows;
    }

    @Override
    public long size() {
        return sizeMs;
    }

    @Override
    public long gracePeriodMs() {
        return graceMs;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof TimeWindows that
                        && sizeMs == that.sizeMs
                        && advanceMs == that.advanceMs
                        && graceMs == that.graceMs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sizeMs, advanceMs, graceMs);
    }

    @Override
    public String toString() {
        return "TimeWindows{, sizeMs=" + sizeMs + ", advanceMs=" + advanceMs + ", graceMs=" + graceMs + "}";
    }
}
