package dev.millrace.state.session;

import dev.millrace.state.overlay.KeyHash;
import dev.millrace.state.overlay.KeyTable;
import dev.millrace.state.overlay.MemoryAccount;
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
    private final MemoryAccount account;
    private final KeyTable<KeySessions> table = new KeyTable<>();
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
        return table.get(key);
    }

    /** The sessions of a key, none so far if it is new. The array becomes the index's. */
    KeySessions obtain(byte[] key) {
        int hash = KeyHash.of(key, key.length);
        KeySessions known = table.get(key, key.length, hash);
        if (known != null) {
            return known;
        }
        KeySessions added = new KeySessions(key, hash, completeFromMs);
        table.add(added);
        charge(bytes(added));
        return added;
    }

    private static long bytes(KeySessions sessions) {
        return (long) KeySessions.OVERHEAD_BYTES + sessions.key().length;
    }

    private void charge(long bytes) {
        chargedBytes += bytes;
        account.clean(bytes);
    }

    /** Reads what a look-up of this key will read, if it is here; see {@code Overlay.touch}. */
    void touch(byte[] key) {
        KeySessions found = table.atFirstPlace(KeyHash.of(key, key.length));
        if (found != null && found.count() > 0) {
            touched += found.key().length + found.at(found.count() - 1).touch();
        }
    }

    // ---- all keys ----

    /** Takes out the sessions that end before a time, which nobody will ask for. */
    void dropBefore(long endMs) {
        dropBefore(endMs, reachMs);
    }

    private void dropBefore(long endMs, long reach) {
        table.removeIf(
                sessions -> {
                    sessions.dropBefore(endMs, reach);
                    return sessions.count() == 0;
                },
                sessions -> charge(-bytes(sessions)));
    }

    /** Takes out the sessions that end before a time; they have to be looked up again. */
    void forgetBefore(long endMs) {
        completeFromMs = Math.max(completeFromMs, endMs);
        table.forEach(sessions -> sessions.completeFromMs = Math.max(sessions.completeFromMs, completeFromMs));
        dropBefore(endMs, 0);
    }

    /** Forgets all; from this end on no session exists. */
    void clear(long completeFrom) {
        table.removeIf(sessions -> true, sessions -> {});
        charge(-chargedBytes);
        completeFromMs = completeFrom;
    }
}
