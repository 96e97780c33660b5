package dev.millrace.streams.kstream;

import java.time.Duration;
import java.util.Map;

public final class TimeWindows extends Windows<TimeWindow> {
    public final long sizeMs;
    public final long advanceMs;

    private TimeWindows() {
        throw new UnsupportedOperationException("TimeWindows");
    }

    public static TimeWindows ofSizeWithNoGrace(Duration size) throws IllegalArgumentException {
        throw new UnsupportedOperationException("TimeWindows.ofSizeWithNoGrace");
    }

    public static TimeWindows ofSizeAndGrace(Duration size, Duration afterWindowEnd) throws IllegalArgumentException {
        throw new UnsupportedOperationException("TimeWindows.ofSizeAndGrace");
    }

    public TimeWindows advanceBy(Duration advance) {
        throw new UnsupportedOperationException("TimeWindows.advanceBy");
    }

    @Override
    public Map<Long, TimeWindow> windowsFor(long timestamp) {
        throw new UnsupportedOperationException("TimeWindows.windowsFor");
    }

    @Override
    public long size() {
        throw new UnsupportedOperationException("TimeWindows.size");
    }

    @Override
    public long gracePeriodMs() {
        throw new UnsupportedOperationException("TimeWindows.gracePeriodMs");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("TimeWindows.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("TimeWindows.hashCode");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("TimeWindows.toString");
    }
}
