package dev.millrace.streams.kstream;

import java.util.Map;

public abstract class Windows<W extends Window> {
    protected static final long DEPRECATED_DEFAULT_24_HR_GRACE_PERIOD = 86400000L;
    protected static final long NO_GRACE_PERIOD = 0L;

    protected Windows() {}

    public abstract Map<Long, W> windowsFor(long timestamp);

    public abstract long size();

    public abstract long gracePeriodMs();
}
