package dev.millrace.state.window;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A window in memory, as a walk over many shows it.
 *
 * @param place where it lies in the database
 * @param held null if it has no value
 */
record WindowRow(byte[] place, @Nullable Object held, long timestamp) {
    static final Comparator<WindowRow> BY_PLACE = (a, b) -> Arrays.compareUnsigned(a.place, b.place);

    /** @param emitted whether it has what downstream knows, and not what was written since */
    static WindowRow of(KeyWindows windows, int number, WindowLayout layout, boolean emitted) {
        byte[] place = layout.of(windows.key, windows.startMs(number), 0);
        return emitted
                ? new WindowRow(place, windows.emitted(number), windows.emittedTimestamp(number))
                : new WindowRow(place, windows.held(number), windows.timestamp(number));
    }

    boolean isBetween(byte[] from, byte[] to) {
        return Arrays.compareUnsigned(place, from) >= 0 && Arrays.compareUnsigned(place, to) < 0;
    }
}
