package dev.millrace.state.window;

import dev.millrace.state.OriginSnapshot;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.overlay.MemoryAccount;
import dev.millrace.state.overlay.Writers;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The updates of a caching window store that are still to be emitted, the window written longest ago first. For windows it is what
 * {@link dev.millrace.state.overlay.CachedUpdates} is for other entries.
 *
 * <p>Each write is a line in a list, and crosses out the line of the write before of the same window: so what is emitted comes in
 * order without sorting.
 *
 * <pre>
 *   turn       0     1     2     3     4     5
 *   window     a     b     a     c     b     a            only c at 3, b at 4 and a at 5 are left
 *              -     -     -
 * </pre>
 */
final class WindowUpdates {
    private static final int FIRST_CAPACITY = 16;
    private static final int BLOCK = 64;

    /** So many lines there may be, and so many more for each window that waits, before the list is gone through. */
    private static final int MOST_LINES = 10_000;

    private static final int LINES_PER_WINDOW = 4;

    /** What the cache is charged for an update beside its key and value. */
    private static final int UPDATE_BYTES = 40;

    private final RecordOrigin origin;
    private final MemoryAccount account;

    // One place for each line, from `emitted` to `count`.
    private @Nullable KeyWindows[] keys = new KeyWindows[FIRST_CAPACITY];
    private long[] starts = new long[FIRST_CAPACITY];
    private int[] writers = new int[FIRST_CAPACITY];
    private int[] weights = new int[FIRST_CAPACITY];
    private int emitted;
    private int count;

    private int waiting;
    private boolean emitting;
    private Writers records = new Writers();

    /** Of no meaning; keeps {@link #touch} from being optimized away. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    /** Tells downstream of the update of a window. */
    @FunctionalInterface
    interface Emission {
        /**
         * One window changed since it was last emitted.
         *
         * @param heldBefore what was emitted last, null for none
         */
        void emit(KeyWindows windows, int number, @Nullable Object heldBefore, Headers headers);
    }

    WindowUpdates(RecordOrigin origin, MemoryAccount account) {
        this.origin = origin;
        this.account = account;
    }

    /**
     * The current record is about to change a window.
     *
     * @param weight what is charged for the key and the new value
     * @return whether the cache is full, so that emission is due as soon as the change is done
     */
    boolean add(KeyWindows windows, int number, int weight) {
        if (windows.is(number, KeyWindows.WAITS)) {
            drop(windows.turn(number));
        } else {
            windows.startToWait(number);
            waiting++;
        }
        if (isCompactionDue()) {
            compact();
        }
        append(windows, windows.startMs(number), records.current(origin), UPDATE_BYTES + weight);
        windows.turn(number, count - 1);
        account.cached(UPDATE_BYTES + weight);
        return account.cacheFull();
    }

    /** The line does not count any more. */
    private void drop(int line) {
        account.cached(-weights[line]);
        keys[line] = null;
    }

    private void append(KeyWindows windows, long startMs, int writer, int weight) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count);
            writers = Arrays.copyOf(writers, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
        }
        keys[count] = windows;
        starts[count] = startMs;
        writers[count] = writer;
        weights[count] = weight;
        count++;
    }

    private boolean isCompactionDue() {
        return !emitting && count > MOST_LINES + LINES_PER_WINDOW * waiting;
    }

    /** Leaves out the lines that do not count any more, and forgets their writers. */
    private void compact() {
        Writers needed = new Writers();
        int end = count;
        count = 0;
        for (int line = 0; line < end; line++) {
            KeyWindows windows = keys[line];
            if (windows != null) {
                windows.turn(windows.find(starts[line]), count);
                append(windows, starts[line], needed.add(records, writers[line]), weights[line]);
            }
        }
        Arrays.fill(keys, count, end, null);
        records = needed;
    }

    /** Whether updates wait for {@link #emitAll}; not while it is at work, because it takes on what comes up meanwhile. */
    boolean dueForEmission() {
        return !emitting && waiting > 0;
    }

    /** Emits all updates, also those that come up meanwhile. A window that had no value and has none is passed over. */
    void emitAll(Emission emission) {
        if (emitting) {
            return;
        }
        emitting = true;
        try {
            for (; emitted < count; emitted++) {
                if (emitted % BLOCK == 0) {
                    touch(emitted, Math.min(count, emitted + BLOCK));
                }
                emit(emitted, emission);
            }
            emitted = 0;
            count = 0;
            records.clear();
        } finally {
            emitting = false;
        }
    }

    /** Reads beforehand what these lines lead to, so that the processor waits for all of it at once. */
    private void touch(int from, int to) {
        for (int line = from; line < to; line++) {
            KeyWindows windows = keys[line];
            touched += windows == null ? 0 : windows.touchRows();
        }
    }

    private void emit(int line, Emission emission) {
        KeyWindows windows = keys[line];
        if (windows == null) {
            return;
        }
        OriginSnapshot writer = records.at(writers[line]);
        drop(line);
        int number = windows.find(starts[line]);
        Object heldBefore = windows.heldBefore(number);
        windows.emissionDone(number);
        waiting--;
        if (heldBefore == null && !windows.hasValue(number)) {
            return;
        }
        OriginSnapshot outer = origin.actFor(writer);
        try {
            emission.emit(windows, number, heldBefore, writer.headers());
        } finally {
            origin.actFor(outer);
        }
    }
}
