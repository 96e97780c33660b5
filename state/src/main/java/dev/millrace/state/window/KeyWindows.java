package dev.millrace.state.window;

import dev.millrace.state.overlay.Keyed;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one key that are in memory, by their start: a row of plain numbers for each, side by side in one array.
 *
 * <p><b>Why not objects.</b> A window lives for seconds or minutes, and every record makes some and changes others. As objects
 * they were the collector's work: copied, marked, and remembered because something old pointed to something new; that took
 * more processor time than the records. Rows are written over in place, and those that a record touches are in a few lines of
 * the processor's cache.
 *
 * <pre>
 *   row   | start | event time | value | marks: 32, turn: 32 | value before | event time before |     8 bytes each
 *
 *   rows  |  free  | row | row | row | row |    free    |
 *                  ^ first                 ^ end
 * </pre>
 *
 * A value that is a {@code Long} lies in its row, any other in an array beside. "Before" is what downstream knows while an update
 * waits to be emitted, and the turn is that of the update. A row is addressed by its number, which is good until the
 * {@link #version} changes. A row without a value says that the window has none.
 */
final class KeyWindows extends Keyed {
    // ---- what a window can be ----

    /** It was written since the last commit. */
    static final int DIRTY = 1;

    /** The database does not have its value yet. A dirty one always is. */
    static final int UNWRITTEN = 1 << 1;

    /** An update of it waits to be emitted. */
    static final int WAITS = 1 << 2;

    /** Of a dirty one: it had no value at the last commit, as far as it was loaded. */
    static final int ABSENT_BEFORE = 1 << 3;

    private static final int NUMBER = 1 << 4;
    private static final int OBJECT = 1 << 5;
    private static final int NUMBER_BEFORE = 1 << 6;
    private static final int OBJECT_BEFORE = 1 << 7;

    /** It is not only a copy of what the database has. */
    static final int NEEDED = UNWRITTEN | WAITS;

    // ---- where it is in its row ----

    private static final int ROW = 6;
    private static final int START = 0;
    private static final int TIMESTAMP = 1;
    private static final int VALUE = 2;
    private static final int MARKS = 3;
    private static final int VALUE_BEFORE = 4;
    private static final int TIMESTAMP_BEFORE = 5;

    static final int ROW_BYTES = ROW * Long.BYTES;

    /** Beside the key and the rows: the object, its arrays, its place in a table. */
    private static final int OVERHEAD_BYTES = 112;

    private static final int FIRST_CAPACITY = 2;
    private static final int FEW = 8;
    private static final int ROWS_EXPECTED = 8;

    private long[] rows = new long[FIRST_CAPACITY * ROW];
    private @Nullable Object @Nullable [] objects;
    private int first;
    private int end;
    private int version;
    private long completeFromMs;

    /** Whether it is among the keys that the next commit takes. */
    boolean dirty;

    /** Whether it is among the keys that the next write takes. */
    boolean unwritten;

    /** Whether it was asked for since the hand came by. */
    boolean recentlyUsed = true;

    /** Whether the table has it no more: what is written here would be lost. */
    boolean gone;

    KeyWindows(byte[] key, int hash, long completeFromMs) {
        super(key, hash);
        this.completeFromMs = completeFromMs;
    }

    // ---- rows ----

    /** The number of the first row. */
    int first() {
        return first;
    }

    /** Behind the number of the last row. */
    int end() {
        return end;
    }

    boolean isEmpty() {
        return first == end;
    }

    /** Changes when rows get other numbers. */
    int version() {
        return version;
    }

    /** The number of the row of a window, -1 if it has none. */
    int find(long startMs) {
        int number = from(startMs);
        return number < end && startMs(number) == startMs ? number : -1;
    }

    /** The number of the first row that starts at a time or later. Most are asked for near the end. */
    int from(long startMs) {
        int number = end;
        int few = Math.max(first, end - FEW);
        while (number > few && startMs(number - 1) >= startMs) {
            number--;
        }
        return number > few || number == first ? number : searched(startMs, number);
    }

    private int searched(long startMs, int behind) {
        int low = first;
        int high = behind;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (startMs(middle) < startMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Adds a row for a window that has none: without a value. Returns its number. */
    int insert(long startMs) {
        if (end * ROW == rows.length) {
            makeRoom();
        }
        int number = from(startMs);
        move(rows, number, end, rows, number + 1);
        if (objects != null) {
            System.arraycopy(objects, 2 * number, objects, 2 * number + 2, 2 * (end - number));
            objects[2 * number] = null;
            objects[2 * number + 1] = null;
        }
        end++;
        version++;
        Arrays.fill(rows, number * ROW, (number + 1) * ROW, 0);
        rows[number * ROW + START] = startMs;
        rows[number * ROW + TIMESTAMP] = -1;
        return number;
    }

    private void makeRoom() {
        int size = end - first;
        int capacity = rows.length / ROW;
        if (size * 4 > capacity * 3) {
            moveTo(capacity * 2);
        } else {
            moveTo(size * 8 < capacity ? Math.max(FIRST_CAPACITY, capacity / 2) : capacity);
        }
    }

    /** Moves the rows to the beginning of an array that has room for so many. */
    private void moveTo(int capacity) {
        int size = end - first;
        long[] target = capacity * ROW == rows.length ? rows : new long[capacity * ROW];
        move(rows, first, end, target, 0);
        rows = target;
        if (objects != null) {
            Object[] moved = new Object[2 * capacity];
            System.arraycopy(objects, 2 * first, moved, 0, 2 * size);
            objects = moved;
        }
        first = 0;
        end = size;
        version++;
    }

    private static void move(long[] source, int from, int to, long[] target, int place) {
        System.arraycopy(source, from * ROW, target, place * ROW, (to - from) * ROW);
    }

    /** Lets the rows before a number go. */
    void dropUpTo(int number) {
        if (objects != null) {
            Arrays.fill(objects, 2 * first, 2 * number, null);
        }
        version += number > first ? 1 : 0;
        first = number;
    }

    /** The number of the first row from the first on that starts at a time or later, or is {@link #NEEDED}. */
    int firstNeeded(long fromStartMs) {
        int number = first;
        while (number < end && startMs(number) < fromStartMs && !is(number, NEEDED)) {
            number++;
        }
        return number;
    }

    // ---- what is missing ----

    /** No window of the key that starts then or later is missing here. */
    long completeFromMs() {
        return completeFromMs;
    }

    void completeFrom(long startMs) {
        completeFromMs = startMs;
    }

    // ---- a window ----

    long startMs(int number) {
        return rows[number * ROW + START];
    }

    /** Event time of the last write; of what was not written what the database says, -1 if it does not say. */
    long timestamp(int number) {
        return rows[number * ROW + TIMESTAMP];
    }

    /** Whether it is one of the given things. */
    boolean is(int number, int marks) {
        return ((int) rows[number * ROW + MARKS] & marks) != 0;
    }

    void mark(int number, int marks) {
        rows[number * ROW + MARKS] |= marks;
    }

    void unmark(int number, int marks) {
        rows[number * ROW + MARKS] &= ~(long) marks;
    }

    boolean hasValue(int number) {
        return is(number, NUMBER | OBJECT);
    }

    /** The value in its held form, null if there is none. */
    @Nullable
    Object held(int number) {
        return held(number, NUMBER, VALUE, OBJECT, 0);
    }

    private @Nullable Object held(int number, int asNumber, int place, int asObject, int objectPlace) {
        if (is(number, asNumber)) {
            return rows[number * ROW + place];
        }
        return is(number, asObject) ? Objects.requireNonNull(objects)[2 * number + objectPlace] : null;
    }

    void hold(int number, @Nullable Object held, long timestamp) {
        rows[number * ROW + TIMESTAMP] = timestamp;
        hold(number, held, NUMBER, VALUE, OBJECT, 0);
    }

    private void hold(int number, @Nullable Object held, int asNumber, int place, int asObject, int objectPlace) {
        unmark(number, asNumber | asObject);
        if (held instanceof Long inside) {
            rows[number * ROW + place] = inside;
            mark(number, asNumber);
        } else if (held != null) {
            objects()[2 * number + objectPlace] = held;
            mark(number, asObject);
            return;
        }
        if (objects != null) {
            objects[2 * number + objectPlace] = null;
        }
    }

    private @Nullable Object[] objects() {
        if (objects == null) {
            objects = new Object[2 * rows.length / ROW];
        }
        return objects;
    }

    // ---- what downstream knows ----

    /** From now on an update waits; the current value is what was emitted last. */
    void startToWait(int number) {
        mark(number, WAITS);
        rows[number * ROW + TIMESTAMP_BEFORE] = timestamp(number);
        hold(number, held(number), NUMBER_BEFORE, VALUE_BEFORE, OBJECT_BEFORE, 1);
    }

    /** Which write of the store is the last of this window that waits. */
    int turn(int number) {
        return (int) (rows[number * ROW + MARKS] >>> Integer.SIZE);
    }

    void turn(int number, int turn) {
        long marks = rows[number * ROW + MARKS] & 0xffff_ffffL;
        rows[number * ROW + MARKS] = marks | (long) turn << Integer.SIZE;
    }

    /** Of one that waits: the held value that was emitted last, null if there was none. */
    @Nullable
    Object heldBefore(int number) {
        return held(number, NUMBER_BEFORE, VALUE_BEFORE, OBJECT_BEFORE, 1);
    }

    /** The update does not wait any more. */
    void emissionDone(int number) {
        unmark(number, WAITS);
        if (objects != null) {
            hold(number, null, NUMBER_BEFORE, VALUE_BEFORE, OBJECT_BEFORE, 1);
        }
    }

    /** The held value that downstream knows. */
    @Nullable
    Object emitted(int number) {
        return is(number, WAITS) ? heldBefore(number) : held(number);
    }

    /** Event time of the value that downstream knows. */
    long emittedTimestamp(int number) {
        return is(number, WAITS) ? rows[number * ROW + TIMESTAMP_BEFORE] : timestamp(number);
    }

    // ---- memory ----

    /** The memory it takes, values that are objects not counted. */
    int bytes() {
        return OVERHEAD_BYTES + key().length + rows.length * Long.BYTES;
    }

    /** Reads what the first step of a look-up reads; the result has no meaning. */
    int touch() {
        return end + key().length;
    }

    /** Reads what the rows near the end are made of, so that the processor waits for all of them at once. */
    long touchRows() {
        long sum = key().length == 0 ? 0 : key()[0];
        for (int number = Math.max(first, end - ROWS_EXPECTED); number < end; number++) {
            sum += rows[number * ROW];
        }
        return sum;
    }
}
