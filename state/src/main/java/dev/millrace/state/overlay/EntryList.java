package dev.millrace.state.overlay;

import dev.millrace.state.database.Ranks;
import java.util.Arrays;

/** Entries in the order in which they came, each under a number; one that is taken out leaves its number to the last. */
public final class EntryList {
    private static final int FIRST_CAPACITY = 16;

    private Entry[] entries = new Entry[FIRST_CAPACITY];
    private int size;

    /** Of no meaning; keeps {@link #touch} from being optimized away. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    EntryList() {}

    /** How many there are; their numbers begin with 0. */
    public int size() {
        return size;
    }

    /** The entry with a number. */
    public Entry at(int number) {
        return entries[number];
    }

    /** Reads the entries with numbers from one to another beforehand: see {@link Entry#touch}. */
    public void touch(int from, int to) {
        for (int number = from; number < to; number++) {
            touched += entries[number].touch();
        }
    }

    /** As {@link #touch(int, int)}, for the numbers at places from one to another. */
    public void touch(int[] numbers, int from, int to) {
        for (int place = from; place < to; place++) {
            touched += entries[numbers[place]].touch();
        }
    }

    /** Returns the number of the added entry. */
    int add(Entry entry) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        entries[size] = entry;
        return size++;
    }

    /** Takes out the entry with a number. Returns the one that has this number from now on; the same if it was the last. */
    Entry remove(int number) {
        Entry last = entries[--size];
        entries[number] = last;
        entries[size] = null;
        return last;
    }

    void clear() {
        Arrays.fill(entries, 0, size, null);
        size = 0;
    }

    /**
     * The numbers roughly in the order of the entries' keys: by the first bytes in which keys differ. A database that keeps keys
     * sorted takes them in much faster that way.
     */
    public int[] numbersByKey() {
        return Ranks.byKey(size, number -> entries[number].key);
    }
}
