package dev.millrace.state;

import java.util.function.IntFunction;
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

    /** See {@link KeyValueState#expect}: whatever windows of these keys are asked for. */
    default void expect(int count, IntFunction<byte @Nullable []> keys) {}

    /**
     * The windows of a key that start in a span of time, both ends of it included; and before those the latest with a value, if
     * there is one. Between that and the others there may be windows without a value.
     */
    WindowSeries series(Object key, long fromStartMs, long toStartMs);

    /** Tells the store how far event time has come: what is older than its retention is gone from now on. */
    void advanceTo(long observedStreamTimeMs);

    /** See {@link KeyValueState#caching()}. */
    boolean caching();

    /** See {@link KeyValueState#onEmission}; keys arrive as {@code Windowed} with windows of the given size. */
    void onEmission(EmissionListener listener, boolean oldValues);
}
