package dev.millrace.streams.kstream;

import java.time.Instant;

public abstract class Window {
    protected final long startMs;
    protected final long endMs;

    public Window(long startMs, long endMs) throws IllegalArgumentException {
        throw new UnsupportedOperationException("Window");
    }

    public long start() {
        throw new UnsupportedOperationException("Window.start");
    }

    public long end() {
        throw new UnsupportedOperationException("Window.end");
    }

    public Instant startTime() {
        throw new UnsupportedOperationException("Window.startTime");
    }

    public Instant endTime() {
        throw new UnsupportedOperationException("Window.endTime");
    }

    public abstract boolean overlap(Window other);

    @Override
    public boolean equals(Object obj) {
        throw new UnsupportedOperationException("Window.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("Window.hashCode");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("Window.toString");
    }
}
