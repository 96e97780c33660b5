package dev.millrace.streams.kstream;

import java.time.Duration;

public final class SessionWindows {

    private SessionWindows() {}

    public static SessionWindows ofInactivityGapWithNoGrace(Duration inactivityGap) {
        throw new UnsupportedOperationException("SessionWindows.ofInactivityGapWithNoGrace");
    }

    public static SessionWindows ofInactivityGapAndGrace(Duration inactivityGap, Duration afterWindowEnd) {
        throw new UnsupportedOperationException("SessionWindows.ofInactivityGapAndGrace");
    }

    public long gracePeriodMs() {
        throw new UnsupportedOperationException("SessionWindows.gracePeriodMs");
    }

    public long inactivityGap() {
        throw new UnsupportedOperationException("SessionWindows.inactivityGap");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("SessionWindows.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("SessionWindows.hashCode");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("SessionWindows.toString");
    }
}
