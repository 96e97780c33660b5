package dev.millrace.streams.kstream;

import dev.millrace.streams.spi.Milliseconds;
import java.time.Duration;
import java.util.Objects;

/**
 * Windows of a fixed length that slide over the time line: one for every distinct set of records it can cover (KIP-450).
 *
 * <p>Start and end are both included. Immutable.
 */
public final class SlidingWindows {
    private final long timeDifferenceMs;
    private final long graceMs;

    private SlidingWindows(long timeDifferenceMs, long graceMs) {
        if (timeDifferenceMs < 0) {
            throw new IllegalArgumentException(
                    "The time difference must not be negative, but is " + timeDifferenceMs + " ms");
        }
        if (graceMs < 0) {
            throw new IllegalArgumentException("The grace period must not be negative, but is " + graceMs + " ms");
        }
        this.timeDifferenceMs = timeDifferenceMs;
        this.graceMs = graceMs;
    }

    /**
     * Windows over records at most this far apart that take no late records.
     *
     * @throws IllegalArgumentException if the difference is null, negative or does not fit into milliseconds
     */
    public static SlidingWindows ofTimeDifferenceWithNoGrace(Duration timeDifference) throws IllegalArgumentException {
        return ofTimeDifferenceAndGrace(timeDifference, Duration.ZERO);
    }

    /**
     * Windows over records at most this far apart that take late records for a while.
     *
     * @param timeDifference the largest difference between two records of a window
     * @param afterWindowEnd how long after its end, in stream time, a window still takes records
     * @throws IllegalArgumentException if one is null, negative or does not fit into milliseconds
     */
    public static SlidingWindows ofTimeDifferenceAndGrace(Duration timeDifference, Duration afterWindowEnd)
            throws IllegalArgumentException {
        return new SlidingWindows(
                Milliseconds.of(timeDifference, "timeDifference"), Milliseconds.of(afterWindowEnd, "afterWindowEnd"));
    }

    /** The largest difference between two records of a window, in milliseconds. */
    public long timeDifferenceMs() {
        return timeDifferenceMs;
    }

    /** How long after its end a window still takes records, in milliseconds of stream time. */
    public long gracePeriodMs() {
        return graceMs;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof SlidingWindows that
                        && timeDifferenceMs == that.timeDifferenceMs
                        && graceMs == that.graceMs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(timeDifferenceMs, graceMs);
    }

    @Override
    public String toString() {
        return "SlidingWindows{, sizeMs=" + timeDifferenceMs + ", graceMs=" + graceMs + "}";
    }
}
