package dev.millrace.streams.kstream;

import java.util.Map;

/**
 * A rule that puts a timestamp into windows of a fixed size.
 *
 * <p>Subclasses are immutable and safe for any thread. Source: the section "Streams DSL" of the Kafka documentation.
 *
 * @param <W> the kind of window
 * @see TimeWindows
 * @see UnlimitedWindows
 * @see JoinWindows
 */
public abstract class Windows<W extends Window> {
    /** The grace period of the deprecated ways to make windows, in milliseconds: a day, less the window's size. */
    protected static final long DEPRECATED_DEFAULT_24_HR_GRACE_PERIOD = 86400000L;

    /** No grace period. */
    protected static final long NO_GRACE_PERIOD = 0L;

    /** For the kinds of windows. */
    protected Windows() {}

    /** The windows this timestamp belongs to, by their start, in order. */
    public abstract Map<Long, W> windowsFor(long timestamp);

    /** The size of a window in milliseconds. */
    public abstract long size();

    /** How long after its end a window still takes records, in milliseconds of stream time. */
    public abstract long gracePeriodMs();
}
