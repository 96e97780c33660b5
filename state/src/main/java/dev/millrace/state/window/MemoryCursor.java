package dev.millrace.state.window;

import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.window.walk.WindowCursor;
import dev.millrace.state.window.walk.WindowLayout;
import dev.millrace.state.window.walk.WindowRange;
import dev.millrace.state.window.walk.WindowSpan;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A walk by start, then key, over windows that are all in memory; reversed if descending.
 *
 * <p>The windows of each key are in order, so the next is the first of all keys' next ones: a heap of keys, nothing is copied. What is
 * written meanwhile to a key that had windows in the range is seen if it lies ahead.
 */
final class MemoryCursor extends WindowCursor {
    private static final Comparator<Place> ASCENDING = Comparator.<Place>comparingLong(place -> place.startMs)
            .thenComparing(place -> place.windows.key(), Arrays::compareUnsigned);

    private final WindowLayout layout;
    private final boolean committed;
    private final boolean descending;
    private final long fromMs;
    private final long toMs;
    private final PriorityQueue<Place> ahead;
    private @Nullable Place current;
    private @Nullable Object held;
    private long timestamp;

    /** Where the walk is among the windows of one key: at one that starts then. */
    private record Place(KeyWindows windows, long startMs) {}

    /** @param committed whether to show what downstream knows, and not what was written since */
    MemoryCursor(WindowMemory memory, WindowSpan span, WindowRange range, boolean committed) {
        this.layout = span.layout();
        this.committed = committed;
        this.descending = range.descending();
        WindowRange live = range.notBefore(Math.max(0, span.earliestStartMs()));
        this.fromMs = live.fromMs();
        this.toMs = live.toMs();
        this.ahead = new PriorityQueue<>(descending ? ASCENDING.reversed() : ASCENDING);
        if (live.empty()) {
            return;
        }
        if (live.oneKey()) {
            KeyWindows only = memory.known(Objects.requireNonNull(live.keyFrom()));
            if (only != null) {
                begin(only, live.after());
            }
        } else {
            memory.forEach(windows -> {
                if (live.containsKey(windows.key())) {
                    begin(windows, live.after());
                }
            });
        }
    }

    private void begin(KeyWindows windows, byte @Nullable [] after) {
        long boundMs = descending ? toMs : fromMs;
        if (after != null) {
            long afterMs = ChangelogFormat.windowStart(after);
            int order = -WindowLayout.compareKey(after, windows.key());
            boundMs = descending
                    ? Math.min(boundMs, order < 0 ? afterMs : afterMs - 1)
                    : Math.max(boundMs, order > 0 ? afterMs : afterMs + 1);
        }
        goOn(windows, boundMs);
    }

    /** Puts the next window of a key ahead, from a time on; nothing if there is none in the range. */
    private void goOn(KeyWindows windows, long boundMs) {
        int number = descending ? behind(windows, boundMs) - 1 : windows.from(boundMs);
        if (number >= windows.first() && number < windows.end()) {
            long startMs = windows.startMs(number);
            if (startMs >= fromMs && startMs <= toMs) {
                ahead.add(new Place(windows, startMs));
            }
        }
    }

    private static int behind(KeyWindows windows, long startMs) {
        return startMs == Long.MAX_VALUE ? windows.end() : windows.from(startMs + 1);
    }

    @Override
    public boolean next() {
        do {
            Place left = current;
            if (left != null && left.startMs != (descending ? fromMs : toMs)) {
                goOn(left.windows, descending ? left.startMs - 1 : left.startMs + 1);
            }
            current = ahead.poll();
            held = current == null ? null : read(current);
        } while (current != null && held == null);
        return current != null;
    }

    /** The value there, null if there is none (any more). */
    private @Nullable Object read(Place place) {
        KeyWindows windows = place.windows;
        int number = windows.find(place.startMs);
        if (number < 0) {
            return null;
        }
        timestamp = committed ? windows.emittedTimestamp(number) : windows.timestamp(number);
        return committed ? windows.emitted(number) : windows.held(number);
    }

    @Override
    public byte[] place() {
        Place at = Objects.requireNonNull(current);
        return layout.of(at.windows.key(), at.startMs, 0);
    }

    @Override
    public Object held() {
        return Objects.requireNonNull(held);
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public void close() {}
}
