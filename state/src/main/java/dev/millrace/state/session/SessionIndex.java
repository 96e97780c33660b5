package dev.millrace.state.session;

import dev.millrace.state.overlay.KeyHash;
import dev.millrace.state.overlay.MemoryAccount;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a store by key: what a record asks for is one hash and a short list away, where the overlay and the database
 * would have to be searched for sessions whose bounds nobody knows.
 *
 * <pre>
 *   hash -> key -> | session | session | ...     by end
 *
 *   ends     |---------------------------|====================>
 *             perhaps in the database      every session is here
 *                                          ^ completeFromMs
 * </pre>
 *
 * Of a single key the sessions may be complete from an earlier time on, if those were looked up and added. Holds entries of the
 * store's overlay, and is charged for the rest.
 */
final class SessionIndex {
    private static final int FIRST_CAPACITY = 64;

    private final MemoryAccount account;
    private int[] hashes = new int[FIRST_CAPACITY];
    private @Nullable KeySessions[] keys = new KeySessions[FIRST_CAPACITY];
    private int size;
    private long chargedBytes;
    private long completeFromMs;
    private long reachMs;

    /** Of no meaning; keeps {@link #touch} from being optimized away. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    SessionIndex(MemoryAccount account) {
        this.account = account;
    }

    /** From which end on a session that is not here does not exist. */
    long completeFromMs() {
        return completeFromMs;
    }

    /** From now on, the last session that is dropped stays if the next begins at most so much later. */
    void reachBack(long byMs) {
        reachMs = byMs;
    }

    /** Whether there are sessions here that were to be dropped. */
    boolean reachesBack() {
        return reachMs > 0;
    }

    // ---- one key ----

    /** Takes out the sessions of a key that end before a time. */
    void drop(KeySessions sessions, long endMs) {
        sessions.dropBefore(endMs, reachMs);
    }

    /** The sessions of a key; null if none is here. */
    @Nullable
    KeySessions get(byte[] key) {
        return get(key, KeyHash.of(key, key.length));
    }

    private @Nullable KeySessions get(byte[] key, int hash) {
        int mask = hashes.length - 1;
        int place = hash & mask;
        while (hashes[place] != 0) {
            KeySessions found = keys[place];
            if (hashes[place] == hash && found != null && Arrays.equals(found.key, key)) {
                return found;
            }
            place = (place + 1) & mask;
        }
        return null;
    }

    /** The sessions of a key, none so far if it is new. The array becomes the index's. */
    KeySessions obtain(byte[] key) {
        int hash = KeyHash.of(key, key.length);
        KeySessions known = get(key, hash);
        if (known != null) {
            return known;
        }
        if (size * 3 > hashes.length * 2) {
            rebuild(hashes.length * 2);
        }
        KeySessions added = new KeySessions(key, hash, completeFromMs);
        put(added);
        size++;
        charge(KeySessions.OVERHEAD_BYTES + key.length);
        return added;
    }

    private void put(KeySessions sessions) {
        int mask = hashes.length - 1;
        int place = sessions.hash & mask;
        while (hashes[place] != 0) {
            place = (place + 1) & mask;
        }
        hashes[place] = sessions.hash;
        keys[place] = sessions;
    }

    private void rebuild(int capacity) {
        @Nullable KeySessions[] old = keys;
        hashes = new int[capacity];
        keys = new KeySessions[capacity];
        for (KeySessions sessions : old) {
            if (sessions != null) {
                put(sessions);
            }
        }
    }

    private void charge(long bytes) {
        chargedBytes += bytes;
        account.clean(bytes);
    }

    /** Reads what a look-up of this key will read, if it is here; see {@code Overlay.touch}. */
    void touch(byte[] key) {
        int hash = KeyHash.of(key, key.length);
        int place = hash & (hashes.length - 1);
        KeySessions found = hashes[place] == hash ? keys[place] : null;
        if (found != null && found.count() > 0) {
            touched += found.key.length + found.at(found.count() - 1).touch();
        }
    }

    // ---- all keys ----

    /** Takes out the sessions that end before a time, which nobody will ask for. */
    void dropBefore(long endMs) {
        dropBefore(endMs, reachMs);
    }

    private void dropBefore(long endMs, long reach) {
        int removed = 0;
        for (int i = 0; i < keys.length; i++) {
            KeySessions sessions = keys[i];
            if (sessions != null) {
                sessions.dropBefore(endMs, reach);
                if (sessions.count() == 0) {
                    keys[i] = null;
                    removed++;
                    charge(-KeySessions.OVERHEAD_BYTES - sessions.key.length);
                }
            }
        }
        if (removed > 0) {
            size -= removed;
            rebuild(Math.max(FIRST_CAPACITY, Integer.highestOneBit(size) * 4));
        }
    }

    /** Takes out the sessions that end before a time; they have to be looked up again. */
    void forgetBefore(long endMs) {
        completeFromMs = Math.max(completeFromMs, endMs);
        for (KeySessions sessions : keys) {
            if (sessions != null) {
                sessions.completeFromMs = Math.max(sessions.completeFromMs, completeFromMs);
            }
        }
        dropBefore(endMs, 0);
    }

    /** Forgets all; from this end on no session exists. */
    void clear(long completeFrom) {
        hashes = new int[FIRST_CAPACITY];
        keys = new KeySessions[FIRST_CAPACITY];
        size = 0;
        charge(-chargedBytes);
        completeFromMs = completeFrom;
    }
}
