package dev.millrace.state.window;

import dev.millrace.state.overlay.MemoryAccount;
import dev.millrace.state.window.walk.WindowLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The windows of a store that are still to close, by their start.
 *
 * <p>The database has windows by key, so to find those that close now it would have to be read from end to end, with every
 * record in the case of sliding windows. Here they are at the front. The places of windows that nobody takes stay in memory;
 * it is charged to the task's account, so that other entries make room.
 */
final class ClosingQueue {
    private static final int OVERHEAD_BYTES = 40;
    private static final Comparator<byte[]> BY_PLACE = Arrays::compareUnsigned;

    private final NavigableMap<Long, List<byte[]>> placesByStart = new TreeMap<>();
    private final boolean keyOrdered;
    private final MemoryAccount memory;

    /**
     * An empty queue.
     *
     * @param keyOrdered whether windows that close together come as they lie in the database, and not by start, then key
     */
    ClosingQueue(boolean keyOrdered, MemoryAccount memory) {
        this.keyOrdered = keyOrdered;
        this.memory = memory;
    }

    /** A window came up. One that went and came again may be added again. */
    void add(long startMs, byte[] place) {
        placesByStart.computeIfAbsent(startMs, first -> new ArrayList<>(2)).add(place);
        memory.clean(place.length + OVERHEAD_BYTES);
    }

    /** Takes out the place of every window that starts up to a time, each once. */
    void take(long upToStartMs, Consumer<byte[]> taker) {
        if (placesByStart.isEmpty() || placesByStart.firstKey() > upToStartMs) {
            return;
        }
        byte[] last = {};
        for (byte[] place : takeOut(upToStartMs)) {
            if (!Arrays.equals(place, last)) {
                taker.accept(place);
            }
            last = place;
        }
    }

    private List<byte[]> takeOut(long upToStartMs) {
        List<byte[]> taken = new ArrayList<>();
        NavigableMap<Long, List<byte[]>> closed = placesByStart.headMap(upToStartMs, true);
        for (List<byte[]> places : closed.values()) {
            places.sort(WindowLayout::compareKeys);
            taken.addAll(places);
        }
        closed.clear();
        taken.forEach(place -> memory.clean(-place.length - OVERHEAD_BYTES));
        if (keyOrdered) {
            taken.sort(BY_PLACE);
        }
        return taken;
    }
}
