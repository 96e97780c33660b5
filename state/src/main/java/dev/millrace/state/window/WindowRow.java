package dev.millrace.state.window;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A window in memory as it is when a walk over many begins. */
final class WindowRow {
    static final Comparator<WindowRow> BY_PLACE = (a, b) -> Arrays.compareUnsigned(a.place, b.place);

    private final byte[] place;
    private final @Nullable Object held;
    private final long timestamp;

    private WindowRow(byte[] place, @Nullable Object held, long timestamp) {
        this.place = place;
        this.held = held;
        this.timestamp = timestamp;
    }

    /**
     * The window in a row.
     *
     * @param emitted whether it has what downstream knows, and not what was written since
     */
    static WindowRow of(KeyWindows windows, int number, WindowLayout layout, boolean emitted) {
        byte[] place = layout.of(windows.key(), windows.startMs(number), 0);
        return emitted
                ? new WindowRow(place, windows.emitted(number), windows.emittedTimestamp(number))
                : new WindowRow(place, windows.held(number), windows.timestamp(number));
    }

    boolean isBetween(byte[] from, byte[] to) {
        return Arrays.compareUnsigned(place, from) >= 0 && Arrays.compareUnsigned(place, to) < 0;
    }

    /** Where it lies in the database. */
    byte[] place() {
        return place;
    }

    /** The value in its held form, null if there is none. */
    @Nullable
    Object held() {
        return held;
    }

    long timestamp() {
        return timestamp;
    }
}
