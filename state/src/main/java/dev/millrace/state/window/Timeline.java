package dev.millrace.state.window;

import dev.millrace.state.overlay.Entry;
import java.util.Arrays;

/** The latest windows of one key, by their start: all of them from {@link #completeFromMs} on. */
final class Timeline {
    /** Beside the key: the object, its arrays, its place in a table. */
    private static final int OVERHEAD_BYTES = 96;

    private static final int BYTES_PER_WINDOW = Long.BYTES + Integer.BYTES;
    private static final int FIRST_CAPACITY = 8;
    private static final int TOUCHED_WINDOWS = 6;

    final byte[] key;
    final int hash;

    /** No window that starts then or later is missing. */
    private long completeFromMs = Long.MIN_VALUE;

    /** From {@code first} to {@code end}. */
    private long[] starts = new long[FIRST_CAPACITY];

    private Entry[] entries = new Entry[FIRST_CAPACITY];
    private int first;
    private int end;

    Timeline(byte[] key, int hash) {
        this.key = key;
        this.hash = hash;
    }

    /** The memory it takes, the windows themselves not counted. */
    int bytes() {
        return OVERHEAD_BYTES + key.length + starts.length * BYTES_PER_WINDOW;
    }

    /** Reads what a record near the end will read; the result has no meaning. */
    long touch() {
        long sum = 0;
        for (int number = Math.max(first, end - TOUCHED_WINDOWS); number < end; number++) {
            sum += starts[number] + entries[number].touch();
        }
        return sum;
    }

    long completeFromMs() {
        return completeFromMs;
    }

    /** All windows of the key were added. */
    void completed() {
        completeFromMs = Long.MIN_VALUE;
    }

    /** The number of the first window that is here. */
    int first() {
        return first;
    }

    /** The same; -1 if there may have been others before. */
    int firstIfComplete() {
        return completeFromMs == Long.MIN_VALUE ? first : -1;
    }

    long start(int number) {
        return starts[number];
    }

    /** Copies a part of it. */
    void copy(int from, int to, long[] startsTo, Entry[] entriesTo) {
        System.arraycopy(starts, from, startsTo, 0, to - from);
        System.arraycopy(entries, from, entriesTo, 0, to - from);
    }

    boolean endsBefore(long startMs) {
        return first == end || starts[end - 1] < startMs;
    }

    /** The number of the window that starts at a time, -1 if it is not here. */
    int find(long startMs) {
        int number = from(startMs);
        return number < end && starts[number] == startMs ? number : -1;
    }

    /** The number of the first window that starts at a time or later. Most are asked for near the end. */
    int from(long startMs) {
        int number = end;
        while (number > first && starts[number - 1] >= startMs) {
            number--;
        }
        return number;
    }

    Entry entry(int number) {
        return entries[number];
    }

    void replace(int number, Entry entry) {
        entries[number] = entry;
    }

    /**
     * Adds a window that is not here.
     *
     * @param neededFromMs what starts before may be dropped, but for the latest with a value
     */
    void insert(long startMs, Entry entry, long neededFromMs) {
        if (end == starts.length) {
            makeRoom(neededFromMs);
        }
        int place = from(startMs);
        System.arraycopy(starts, place, starts, place + 1, end - place);
        System.arraycopy(entries, place, entries, place + 1, end - place);
        starts[place] = startMs;
        entries[place] = entry;
        end++;
    }

    private void makeRoom(long neededFromMs) {
        int kept = latestThatMayHaveValue(from(neededFromMs));
        if (kept > first) {
            completeFromMs = starts[kept];
            first = kept;
        }
        int size = end - first;
        if (size * 4 > starts.length * 3) {
            starts = Arrays.copyOfRange(starts, first, first + starts.length * 2);
            entries = Arrays.copyOfRange(entries, first, first + entries.length * 2);
        } else {
            System.arraycopy(starts, first, starts, 0, size);
            System.arraycopy(entries, first, entries, 0, size);
            Arrays.fill(entries, size, end, null);
        }
        first = 0;
        end = size;
    }

    private int latestThatMayHaveValue(int before) {
        int number = before - 1;
        while (number > first && entries[number].held() == null && !entries[number].isForgotten()) {
            number--;
        }
        return Math.max(first, number);
    }
}
