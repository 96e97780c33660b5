package dev.millrace.state.window;

import dev.millrace.state.overlay.Entry;
import dev.millrace.state.overlay.KeyHash;
import dev.millrace.state.overlay.MemoryAccount;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Timelines by key: open addressing with linear probing. A place is empty if its hash is 0. */
final class TimelineTable {
    private static final int FIRST_CAPACITY = 64;

    private final MemoryAccount memory;
    private int[] hashes = new int[FIRST_CAPACITY];
    private @Nullable Timeline[] timelines = new Timeline[FIRST_CAPACITY];
    private int size;
    private long bytes;

    /** Of no meaning; keeps {@link #touch} from being optimized away. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    TimelineTable(MemoryAccount memory) {
        this.memory = memory;
    }

    /** The memory that all timelines take, the windows themselves not counted. */
    long bytes() {
        return bytes;
    }

    /** The timeline of a key, or null. */
    @Nullable
    Timeline get(byte[] key) {
        int hash = KeyHash.of(key, key.length);
        int mask = hashes.length - 1;
        int place = hash & mask;
        while (hashes[place] != 0) {
            if (hashes[place] == hash) {
                Timeline timeline = Objects.requireNonNull(timelines[place]);
                if (Arrays.equals(timeline.key, key)) {
                    return timeline;
                }
            }
            place = (place + 1) & mask;
        }
        return null;
    }

    /** Adds an empty timeline for a key that has none. */
    Timeline add(byte[] key) {
        if (size * 3 > hashes.length * 2) {
            place(timelines, hashes.length * 2);
        }
        Timeline added = new Timeline(key.clone(), KeyHash.of(key, key.length));
        put(added);
        size++;
        charge(added.bytes());
        return added;
    }

    /** Adds a window to a timeline that does not have it. */
    void insert(Timeline timeline, long startMs, Entry entry, long neededFromMs) {
        int before = timeline.bytes();
        timeline.insert(startMs, entry, neededFromMs);
        if (timeline.bytes() != before) {
            charge(timeline.bytes() - before);
        }
    }

    /** Reads what {@link #get} of this key will read. See {@code Overlay.touch}. */
    void touch(byte[] key) {
        int hash = KeyHash.of(key, key.length);
        int place = hash & (hashes.length - 1);
        Timeline timeline = hashes[place] == hash ? timelines[place] : null;
        touched += timeline == null ? 0 : timeline.touch();
    }

    private void put(Timeline timeline) {
        int mask = hashes.length - 1;
        int place = timeline.hash & mask;
        while (hashes[place] != 0) {
            place = (place + 1) & mask;
        }
        hashes[place] = timeline.hash;
        timelines[place] = timeline;
    }

    private void place(@Nullable Timeline[] all, int capacity) {
        hashes = new int[capacity];
        timelines = new Timeline[capacity];
        forEach(all, this::put);
    }

    /** Throws away the timelines whose windows are all gone. */
    void dropBefore(long earliestStartMs) {
        Timeline[] all = timelines;
        clear();
        forEach(all, timeline -> {
            if (!timeline.endsBefore(earliestStartMs)) {
                put(timeline);
                size++;
                charge(timeline.bytes());
            }
        });
    }

    /** Throws away all timelines. */
    void dropAll() {
        clear();
        place(timelines, FIRST_CAPACITY);
    }

    private void clear() {
        charge(-bytes);
        hashes = new int[hashes.length];
        timelines = new Timeline[hashes.length];
        size = 0;
    }

    private void charge(long change) {
        bytes += change;
        memory.clean(change);
    }

    private static void forEach(@Nullable Timeline[] all, Consumer<Timeline> action) {
        for (Timeline timeline : all) {
            if (timeline != null) {
                action.accept(timeline);
            }
        }
    }
}
