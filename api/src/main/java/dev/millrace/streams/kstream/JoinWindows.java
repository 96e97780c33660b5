package dev.millrace.streams.kstream;

import java.time.Duration;
import java.util.Map;

public class JoinWindows extends Windows<Window> {
    public final long beforeMs;
    public final long afterMs;
    protected final boolean enableSpuriousResultFix;

    protected JoinWindows(JoinWindows joinWindows) {
        throw new UnsupportedOperationException("JoinWindows");
    }

    public static JoinWindows ofTimeDifferenceAndGrace(Duration timeDifference, Duration afterWindowEnd) {
        throw new UnsupportedOperationException("JoinWindows.ofTimeDifferenceAndGrace");
    }

    public static JoinWindows ofTimeDifferenceWithNoGrace(Duration timeDifference) {
        throw new UnsupportedOperationException("JoinWindows.ofTimeDifferenceWithNoGrace");
    }

    @Deprecated
    public static JoinWindows of(Duration timeDifference) throws IllegalArgumentException {
        throw new UnsupportedOperationException("JoinWindows.of");
    }

    public JoinWindows before(Duration timeDifference) throws IllegalArgumentException {
        throw new UnsupportedOperationException("JoinWindows.before");
    }

    public JoinWindows after(Duration timeDifference) throws IllegalArgumentException {
        throw new UnsupportedOperationException("JoinWindows.after");
    }

    @Override
    public Map<Long, Window> windowsFor(long timestamp) {
        throw new UnsupportedOperationException("JoinWindows.windowsFor");
    }

    @Override
    public long size() {
        throw new UnsupportedOperationException("JoinWindows.size");
    }

    @Deprecated
    public JoinWindows grace(Duration afterWindowEnd) throws IllegalArgumentException {
        throw new UnsupportedOperationException("JoinWindows.grace");
    }

    @Override
    public long gracePeriodMs() {
        throw new UnsupportedOperationException("JoinWindows.gracePeriodMs");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("JoinWindows.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("JoinWindows.hashCode");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("JoinWindows.toString");
    }
}
