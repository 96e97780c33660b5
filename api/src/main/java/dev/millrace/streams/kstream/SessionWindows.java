package dev.millrace.streams.kstream;

import dev.millrace.streams.spi.Milliseconds;
import java.time.Duration;
import java.util.Objects;

/**
 * Windows that hold the records of one key which follow each other within a gap of inactivity.
 *
 * <p>A record that fits into two sessions merges them. Immutable.
 *
 * <p>Source: KIP-94, and KIP-633 for the grace period.
 */
public final class SessionWindows {
    private final long gapMs;
    private final long graceMs;

    private SessionWindows(long gapMs, long graceMs) {
        if (gapMs < 0) {
            throw new IllegalArgumentException("The inactivity gap must not be negative, but is " + gapMs + " ms");
        }
        if (graceMs < 0) {
            throw new IllegalArgumentException("The grace period must not be negative, but is " + graceMs + " ms");
        }
        this.gapMs = gapMs;
        this.graceMs = graceMs;
    }

    /**
     * Sessions that end after this gap and take no late records.
     *
     * @throws IllegalArgumentException if the gap is null, negative or does not fit into milliseconds
     */
    public static SessionWindows ofInactivityGapWithNoGrace(Duration inactivityGap) {
        return ofInactivityGapAndGrace(inactivityGap, Duration.ZERO);
    }

    /**
     * Sessions that end after this gap and take late records for a while.
     *
     * @param inactivityGap the longest time between two records of a session
     * @param afterWindowEnd how long after its end, in stream time, a session still takes records
     * @throws IllegalArgumentException if one is null, negative or does not fit into milliseconds
     */
    public static SessionWindows ofInactivityGapAndGrace(Duration inactivityGap, Duration afterWindowEnd) {
        return new SessionWindows(
                Milliseconds.of(inactivityGap, "inactivityGap"), Milliseconds.of(afterWindowEnd, "afterWindowEnd"));
    }

    /** How long after its end a session still takes records, in milliseconds of stream time. */
    public long gracePeriodMs() {
        return graceMs;
    }

    /** The longest time between two records of a session, in milliseconds. */
    public long inactivityGap() {
        return gapMs;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof SessionWindows that && gapMs == that.gapMs && graceMs == that.graceMs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(gapMs, graceMs);
    }

    @Override
    public String toString() {
        return "SessionWindows{gapMs=" + gapMs + ", graceMs=" + graceMs + "}";
    }
}
