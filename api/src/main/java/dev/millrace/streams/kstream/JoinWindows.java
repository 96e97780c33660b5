package dev.millrace.streams.kstream;

import dev.millrace.streams.spi.Milliseconds;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * How far apart in time two records of different streams may be to be joined.
 *
 * <p>A record of this stream at time {@code t} meets those of the other stream from {@code t - before} to
 * {@code t + after}, both included. Either bound may be negative as long as the window is not empty, which asks for
 * records strictly earlier or later. Immutable.
 *
 * <p>Source: the section "Streams DSL" of the Kafka documentation, and KIP-633 for the grace period.
 */
public class JoinWindows extends Windows<Window> {
    /** How much earlier the other record may be. */
    public final long beforeMs;

    /** How much later the other record may be. */
    public final long afterMs;

    /** Whether a left or outer join waits for the window to close before it says that nothing matched (KIP-633). */
    protected final boolean enableSpuriousResultFix;

    private final long graceMs;

    private JoinWindows(long beforeMs, long afterMs, long graceMs, boolean enableSpuriousResultFix) {
        if (beforeMs + afterMs < 0) {
            throw new IllegalArgumentException("A join window cannot end before it starts: it goes from " + beforeMs
                    + " ms before to " + afterMs + " ms after a record");
        }
        if (graceMs < 0) {
            throw new IllegalArgumentException("The grace period must not be negative, but is " + graceMs + " ms");
        }
        this.beforeMs = beforeMs;
        this.afterMs = afterMs;
        this.graceMs = graceMs;
        this.enableSpuriousResultFix = enableSpuriousResultFix;
    }

    /** Creates a copy. */
    protected JoinWindows(JoinWindows joinWindows) {
        this(joinWindows.beforeMs, joinWindows.afterMs, joinWindows.graceMs, joinWindows.enableSpuriousResultFix);
    }

    /**
     * Records at most this far apart, in either direction, with a grace period for late ones.
     *
     * @param timeDifference how far apart
     * @param afterWindowEnd how long after its end, in stream time, a window still takes records
     * @throws IllegalArgumentException if one is null, negative or does not fit into milliseconds
     */
    public static JoinWindows ofTimeDifferenceAndGrace(Duration timeDifference, Duration afterWindowEnd) {
        long differenceMs = Milliseconds.of(timeDifference, "timeDifference");
        return new JoinWindows(differenceMs, differenceMs, Milliseconds.of(afterWindowEnd, "afterWindowEnd"), true);
    }

    /**
     * Records at most this far apart, in either direction, without a grace period.
     *
     * @throws IllegalArgumentException if the difference is null, negative or does not fit into milliseconds
     */
    public static JoinWindows ofTimeDifferenceWithNoGrace(Duration timeDifference) {
        return ofTimeDifferenceAndGrace(timeDifference, Duration.ZERO);
    }

    /**
     * Records at most this far apart, with a grace period of a day less the window.
     *
     * @throws IllegalArgumentException if the difference is null, negative or does not fit into milliseconds
     * @deprecated use {@link #ofTimeDifferenceWithNoGrace} or {@link #ofTimeDifferenceAndGrace}: left and outer joins
     *     with these windows emit unmatched records before it is certain that nothing matches
     */
    @Deprecated
    public static JoinWindows of(Duration timeDifference) throws IllegalArgumentException {
        long differenceMs = Milliseconds.of(timeDifference, "timeDifference");
        long graceMs = Math.max(0, DEPRECATED_DEFAULT_24_HR_GRACE_PERIOD - 2 * differenceMs);
        return new JoinWindows(differenceMs, differenceMs, graceMs, false);
    }

    /**
     * The same, but the other record may be at most this much earlier.
     *
     * @throws IllegalArgumentException if the difference is null or makes the window empty
     */
    public JoinWindows before(Duration timeDifference) throws IllegalArgumentException {
        long differenceMs = Milliseconds.of(timeDifference, "timeDifference");
        return new JoinWindows(differenceMs, afterMs, graceMs, enableSpuriousResultFix);
    }

    /**
     * The same, but the other record may be at most this much later.
     *
     * @throws IllegalArgumentException if the difference is null or makes the window empty
     */
    public JoinWindows after(Duration timeDifference) throws IllegalArgumentException {
        long differenceMs = Milliseconds.of(timeDifference, "timeDifference");
        return new JoinWindows(beforeMs, differenceMs, graceMs, enableSpuriousResultFix);
    }

    /**
     * Not supported: a join looks at both sides of a record, not into windows of the epoch.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public Map<Long, Window> windowsFor(long timestamp) {
        throw new UnsupportedOperationException("JoinWindows.windowsFor: join windows surround each record");
    }

    @Override
    public long size() {
        return beforeMs + afterMs;
    }

    /**
     * The same with this grace period.
     *
     * @throws IllegalArgumentException if the grace period is null, negative or does not fit into milliseconds
     * @throws IllegalStateException if the windows were not made by {@link #of}
     * @deprecated use {@link #ofTimeDifferenceAndGrace}
     */
    @Deprecated
    public JoinWindows grace(Duration afterWindowEnd) throws IllegalArgumentException {
        if (enableSpuriousResultFix) {
            throw new IllegalStateException("These join windows have a grace period already, of " + graceMs
                    + " ms: give it to ofTimeDifferenceAndGrace");
        }
        return new JoinWindows(beforeMs, afterMs, Milliseconds.of(afterWindowEnd, "afterWindowEnd"), false);
    }

    @Override
    public long gracePeriodMs() {
        return graceMs;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof JoinWindows that
                        && beforeMs == that.beforeMs
                        && afterMs == that.afterMs
                        && graceMs == that.graceMs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(beforeMs, afterMs, graceMs);
    }

    @Override
    public String toString() {
        return "JoinWindows{beforeMs=" + beforeMs + ", afterMs=" + afterMs + ", graceMs=" + graceMs + "}";
    }
}
