package dev.millrace.streams.kstream;

import java.time.Duration;

public final class SlidingWindows {

    private SlidingWindows() {}

    public static SlidingWindows ofTimeDifferenceWithNoGrace(Duration timeDifference) throws IllegalArgumentException {
        throw new UnsupportedOperationException("SlidingWindows.ofTimeDifferenceWithNoGrace");
    }

    public static SlidingWindows ofTimeDifferenceAndGrace(Duration timeDifference, Duration afterWindowEnd)
            throws IllegalArgumentException {
        throw new UnsupportedOperationException("SlidingWindows.ofTimeDifferenceAndGrace");
    }

    public long timeDifferenceMs() {
        throw new UnsupportedOperationException("SlidingWindows.timeDifferenceMs");
    }

    public long gracePeriodMs() {
        throw new UnsupportedOperationException("SlidingWindows.gracePeriodMs");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("SlidingWindows.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("SlidingWindows.hashCode");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("SlidingWindows.toString");
    }
}
