package dev.millrace.state.window;

import dev.millrace.state.OriginSnapshot;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.overlay.MemoryAccount;
import dev.millrace.state.overlay.Writers;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The updates of a caching window store that are still to be emitted, the window written longest ago first. For windows it is what
 * {@link dev.millrace.state.overlay.CachedUpdates} is for other entries.
 *
 * <p>Each write is a line in a list, and crosses out the line of the write before of the same window: so what is emitted comes in
 * order without sorting. That is a bit for each line, beside the list: so many of them fit into the processor's nearest caches,
 * and the lines themselves are only ever written and read one after the other.
 *
 * <pre>
 *   turn       0     1     2     3     4     5
 *   window     a     b     a     c     b     a            only c at 3, b at 4 and a at 5 are left
 *   crossed    x     x     x     -     -     -
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
    private final Weights weights;

    // One place for each line, from `emitted` to `count`.
    private @Nullable KeyWindows[] keys = new KeyWindows[FIRST_CAPACITY];
    private long[] starts = new long[FIRST_CAPACITY];
    private int[] writers = new int[FIRST_CAPACITY];
    private long[] crossedOut = new long[1];
    private int emitted;
    private int count;

    private int waiting;
    private boolean emitting;
    private Writers records = new Writers();

    /** Of no meaning; keeps {@link #touch} from being optimized away. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    /** Says what is charged for a window beside its place in the list: for its key and its value. */
    @FunctionalInterface
    interface Weights {
        /** The weight of a window with a value, null for none. */
        int of(KeyWindows windows, @Nullable Object held);
    }

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

    WindowUpdates(RecordOrigin origin, MemoryAccount account, Weights weights) {
        this.origin = origin;
        this.account = account;
        this.weights = weights;
    }

    /**
     * The current record is about to change a window.
     *
     * @param held the new value
     * @return whether the cache is full, so that emission is due as soon as the change is done
     */
    boolean add(KeyWindows windows, int number, @Nullable Object held) {
        int charge = weights.of(windows, held);
        if (windows.is(number, KeyWindows.WAITS)) {
            crossOut(windows.turn(number));
            account.cached(charge - weights.of(windows, windows.held(number)));
        } else {
            windows.startToWait(number);
            waiting++;
            account.cached(UPDATE_BYTES + charge);
        }
        if (isCompactionDue()) {
            compact();
        }
        append(windows, windows.startMs(number), records.current(origin));
        windows.turn(number, count - 1);
        return account.cacheFull();
    }

    /** The line does not count any more. */
    private void crossOut(int line) {
        crossedOut[line / Long.SIZE] |= 1L << line;
    }

    private boolean counts(int line) {
        return (crossedOut[line / Long.SIZE] & 1L << line) == 0;
    }

    private void append(KeyWindows windows, long startMs, int writer) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count);
            writers = Arrays.copyOf(writers, 2 * count);
            crossedOut = Arrays.copyOf(crossedOut, 1 + 2 * count / Long.SIZE);
        }
        keys[count] = windows;
        starts[count] = startMs;
        writers[count] = writer;
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
            if (counts(line)) {
                KeyWindows windows = windows(line);
                windows.turn(windows.find(starts[line]), count);
                append(windows, starts[line], needed.add(records, writers[line]));
            }
        }
        Arrays.fill(keys, count, end, null);
        Arrays.fill(crossedOut, 0);
        records = needed;
    }

    private KeyWindows windows(int line) {
        return Objects.requireNonNull(keys[line]);
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
            Arrays.fill(keys, 0, count, null);
            Arrays.fill(crossedOut, 0);
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
            touched += counts(line) ? windows(line).touchRows() : 0;
        }
    }

    private void emit(int line, Emission emission) {
        if (!counts(line)) {
            return;
        }
        KeyWindows windows = windows(line);
        OriginSnapshot writer = records.at(writers[line]);
        int number = windows.find(starts[line]);
        account.cached(-UPDATE_BYTES - weights.of(windows, windows.held(number)));
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
