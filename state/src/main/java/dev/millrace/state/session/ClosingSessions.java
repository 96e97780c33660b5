package dev.millrace.state.session;

import dev.millrace.state.overlay.Entry;
import dev.millrace.state.overlay.MemoryAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The sessions of a store that are still to close, by the end that they had when they were added or looked at last.
 *
 * <p>A session that grows keeps its entry for the time being, and with it its place here: whether it has really ended is looked
 * at when that end has come. Of a session that grew into another entry nothing is left in the old one.
 */
final class ClosingSessions {
    private static final int OVERHEAD_BYTES = 40;

    private final NavigableMap<Long, List<Entry>> byEnd = new TreeMap<>();
    private final MemoryAccount memory;

    ClosingSessions(MemoryAccount memory) {
        this.memory = memory;
    }

    /** A session came up. */
    void add(Entry entry) {
        byEnd.computeIfAbsent(SessionLayout.endMs(entry.key()), first -> new ArrayList<>(2))
                .add(entry);
        memory.clean(OVERHEAD_BYTES);
    }

    /** Takes out the sessions that end up to a time; some may come twice, and some have no value any more. */
    List<Entry> take(long upToEndMs) {
        List<Entry> ended = new ArrayList<>();
        while (!byEnd.isEmpty() && byEnd.firstKey() <= upToEndMs) {
            for (Entry entry : byEnd.pollFirstEntry().getValue()) {
                memory.clean(-OVERHEAD_BYTES);
                if (SessionLayout.endMs(entry.key()) <= upToEndMs) {
                    ended.add(entry);
                } else {
                    add(entry);
                }
            }
        }
        return ended;
    }
}
