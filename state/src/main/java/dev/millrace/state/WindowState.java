package dev.millrace.state;

import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** A window store as an operator sees it: one value per key and window start. */
public interface WindowState extends ClosingState {

    /** The place of {@code key} in the window that starts at {@code windowStartMs}. */
    Slot slot(Object key, long windowStartMs);

    /**
     * Writes a value at a slot that this state just gave for this key and window; null deletes.
     *
     * @param timestamp event time in milliseconds, of the value or, for a deletion, of the record that deletes
     */
    void write(Slot slot, Object key, long windowStartMs, @Nullable Object value, long timestamp);

    /**
     * See {@link KeyValueState#expect}.
     *
     * @param startsMs the start of the first window by number
     * @param windowsEach how many windows of each key are asked for, one right after the other
     */
    default void expect(int count, IntFunction<byte @Nullable []> keys, IntToLongFunction startsMs, long windowsEach) {}

    /**
     * The windows of a key that start in a span of time, both ends of it included; and before those the latest with a value, if
     * there is one. Between that and the others there may be windows without a value.
     */
    WindowSeries series(Object key, long fromStartMs, long toStartMs);

    /** Says that the {@link #series} of these keys are asked for next. See {@link KeyValueState#expect}. */
    default void expectSeries(int count, IntFunction<byte @Nullable []> keys) {}

    /** Tells the store how far event time has come: what is older than its retention is gone from now on. */
    void advanceTo(long observedStreamTimeMs);

    /** See {@link KeyValueState#caching()}. */
    boolean caching();

    /** See {@link KeyValueState#onEmission}; keys arrive as {@code Windowed} with windows of the given size. */
    void onEmission(EmissionListener listener, boolean oldValues);
}
