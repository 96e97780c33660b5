package dev.millrace.streams.kstream;

import dev.millrace.streams.spi.Milliseconds;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * One window that begins somewhere and never ends: it takes every record from its start on.
 *
 * <p>Immutable.
 *
 * <p>Source: the section "Streams DSL" of the Kafka documentation.
 */
public final class UnlimitedWindows extends Windows<UnlimitedWindow> {
    /** Where the window begins. */
    public final long startMs;

    private UnlimitedWindows(long startMs) {
        this.startMs = startMs;
    }

    /** The window that begins at the epoch. */
    public static UnlimitedWindows of() {
        return new UnlimitedWindows(0);
    }

    /**
     * The window that begins here.
     *
     * @throws IllegalArgumentException if the start is null, before the epoch or does not fit into milliseconds
     */
    public UnlimitedWindows startOn(Instant start) throws IllegalArgumentException {
        long startMs = Milliseconds.of(start, "start");
        if (startMs < 0) {
            throw new IllegalArgumentException("A window cannot start before the epoch: " + start);
        }
        return new UnlimitedWindows(startMs);
    }

    /** The window, or nothing for a timestamp before it. */
    @Override
    public Map<Long, UnlimitedWindow> windowsFor(long timestamp) {
        return timestamp < startMs ? Map.of() : Map.of(startMs, new UnlimitedWindow(startMs));
    }

    /** The largest number there is. */
    @Override
    public long size() {
        return Long.MAX_VALUE;
    }

    /** Zero: no record is late for a window without an end. */
    @Override
    public long gracePeriodMs() {
        return NO_GRACE_PERIOD;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof UnlimitedWindows that && startMs == that.startMs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(startMs);
    }

    @Override
    public String toString() {
        return "UnlimitedWindows{startMs=" + startMs + "}";
    }
}
