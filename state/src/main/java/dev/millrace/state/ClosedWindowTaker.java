package dev.millrace.state;

/** Takes windows that are closed, with their final values. */
@FunctionalInterface
public interface ClosedWindowTaker {

    /**
     * One window is closed.
     *
     * @param key a {@code Windowed}
     * @param timestamp event time of the value in milliseconds; -1 if the store does not keep it
     */
    void take(Object key, Object value, long timestamp);
}
