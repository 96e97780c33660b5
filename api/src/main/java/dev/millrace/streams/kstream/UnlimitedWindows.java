package dev.millrace.streams.kstream;

import java.time.Instant;
import java.util.Map;

public final class UnlimitedWindows extends Windows<UnlimitedWindow> {
    public final long startMs;

    private UnlimitedWindows() {
        throw new UnsupportedOperationException("UnlimitedWindows");
    }

    public static UnlimitedWindows of() {
        throw new UnsupportedOperationException("UnlimitedWindows.of");
    }

    public UnlimitedWindows startOn(Instant start) throws IllegalArgumentException {
        throw new UnsupportedOperationException("UnlimitedWindows.startOn");
    }

    @Override
    public Map<Long, UnlimitedWindow> windowsFor(long timestamp) {
        throw new UnsupportedOperationException("UnlimitedWindows.windowsFor");
    }

    @Override
    public long size() {
        throw new UnsupportedOperationException("UnlimitedWindows.size");
    }

    @Override
    public long gracePeriodMs() {
        throw new UnsupportedOperationException("UnlimitedWindows.gracePeriodMs");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("UnlimitedWindows.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("UnlimitedWindows.hashCode");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("UnlimitedWindows.toString");
    }
}
