package dev.millrace.state.session;

import dev.millrace.state.overlay.Entry;
import dev.millrace.state.overlay.Keyed;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sessions of one key that are in memory, by end, then start. All of them have a value. */
final class KeySessions extends Keyed {
    static final int OVERHEAD_BYTES = 112;

    /** From which end on no session of the key is missing here. */
    long completeFromMs;

    private @Nullable Entry[] entries = new Entry[2];
    private int count;

    KeySessions(byte[] key, int hash, long completeFromMs) {
        super(key, hash);
        this.completeFromMs = completeFromMs;
    }

    int count() {
        return count;
    }

    Entry at(int number) {
        return Objects.requireNonNull(entries[number]);
    }

    /** Adds a session that is not here, or takes the place of an entry for the same session. */
    void add(Entry entry) {
        int place = count;
        while (place > 0) {
            int order = SessionLayout.compareTimes(at(place - 1).key(), entry.key());
            if (order == 0) {
                entries[place - 1] = entry;
                return;
            }
            if (order < 0) {
                break;
            }
            place--;
        }
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, count * 2);
        }
        System.arraycopy(entries, place, entries, place + 1, count - place);
        entries[place] = entry;
        count++;
    }

    /** Takes out the session of a place, if it is here. */
    void remove(byte[] place) {
        for (int i = 0; i < count; i++) {
            if (SessionLayout.compareTimes(at(i).key(), place) == 0) {
                removeRange(i, i + 1);
                return;
            }
        }
    }

    /**
     * Takes out the sessions that end before a time.
     *
     * @param reachMs how far the last of them may lie before the next one if it is to stay, 0 for not at all
     */
    void dropBefore(long endMs, long reachMs) {
        int old = 0;
        while (old < count && SessionLayout.endMs(at(old).key()) < endMs) {
            old++;
        }
        if (reachMs > 0 && old > 0 && old < count && isWithin(reachMs, at(old - 1), at(old))) {
            old--;
        }
        if (old > 0) {
            removeRange(0, old);
        }
    }

    private static boolean isWithin(long reachMs, Entry earlier, Entry later) {
        return SessionLayout.startMs(later.key()) - SessionLayout.endMs(earlier.key()) <= reachMs;
    }

    private void removeRange(int from, int to) {
        System.arraycopy(entries, to, entries, from, count - to);
        Arrays.fill(entries, count - (to - from), count, null);
        count -= to - from;
    }
}
