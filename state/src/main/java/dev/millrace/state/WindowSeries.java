package dev.millrace.state;

import org.jspecify.annotations.Nullable;

/**
 * The windows of one key around a span of time, as an operator sees them: numbered from 0, the earliest first.
 *
 * <p>Valid until the state that gave it gives another. Windows that are added do not change the numbers.
 */
public interface WindowSeries {

    /** How many there are. */
    int size();

    /** When a window starts. */
    long startMs(int number);

    /** The current value of a window, null if it was deleted. The caller must not change it. */
    @Nullable
    Object value(int number);

    /** The current value's event time in milliseconds; -1 if there is no value. */
    long timestamp(int number);

    /** Writes the value of a window; null deletes. */
    void write(int number, @Nullable Object value, long timestamp);

    /** Writes the value of a window of the same key, whether it is in this series or not; null deletes. */
    void add(long startMs, @Nullable Object value, long timestamp);
}
