package dev.millrace.state.session;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which sessions of a store are asked for, and in what direction. All bounds are included. Immutable. */
public final class SessionRange {
    final byte @Nullable [] keyFrom;
    final byte @Nullable [] keyTo;
    final long endFromMs;
    final long endToMs;
    final long startToMs;
    final boolean descending;

    /** Where to go on behind; null to begin at the beginning. */
    final byte @Nullable [] after;

    private SessionRange(
            byte @Nullable [] keyFrom,
            byte @Nullable [] keyTo,
            long endFromMs,
            long endToMs,
            long startToMs,
            boolean descending,
            byte @Nullable [] after) {
        this.keyFrom = keyFrom;
        this.keyTo = keyTo;
        this.endFromMs = endFromMs;
        this.endToMs = endToMs;
        this.startToMs = startToMs;
        this.descending = descending;
        this.after = after;
    }

    /** The sessions of one key that end at a time or later, and start at another or earlier. */
    public static SessionRange ofKey(byte[] key, long earliestEndMs, long latestStartMs, boolean descending) {
        return new SessionRange(key, key, earliestEndMs, Long.MAX_VALUE, latestStartMs, descending, null);
    }

    /**
     * The same of several keys.
     *
     * @param from null for the first key
     * @param to null for the last key
     */
    public static SessionRange ofKeys(
            byte @Nullable [] from, byte @Nullable [] to, long earliestEndMs, long latestStartMs, boolean descending) {
        return new SessionRange(from, to, earliestEndMs, Long.MAX_VALUE, latestStartMs, descending, null);
    }

    /** The sessions of all keys that end in a span of time. */
    public static SessionRange endingBetween(long fromMs, long toMs) {
        return new SessionRange(null, null, fromMs, toMs, Long.MAX_VALUE, false, null);
    }

    /** What is left of this range behind a session of it: see {@link SessionCursor#place()}. */
    public SessionRange behind(byte[] place) {
        return new SessionRange(keyFrom, keyTo, endFromMs, endToMs, startToMs, descending, place);
    }

    SessionRange fromTheBeginning() {
        return new SessionRange(keyFrom, keyTo, endFromMs, endToMs, startToMs, descending, null);
    }

    SessionRange endingNotBefore(long earliestMs) {
        return new SessionRange(keyFrom, keyTo, Math.max(endFromMs, earliestMs), endToMs, startToMs, descending, after);
    }

    SessionRange endingBefore(long behindMs) {
        return new SessionRange(
                keyFrom, keyTo, endFromMs, Math.min(endToMs, behindMs - 1), startToMs, descending, after);
    }

    boolean empty() {
        return endFromMs > endToMs
                || startToMs < 0
                || (keyFrom != null && keyTo != null && Arrays.compareUnsigned(keyFrom, keyTo) > 0);
    }

    /** The key if only one is asked for. */
    byte @Nullable [] onlyKey() {
        return keyFrom == keyTo ? keyFrom : null;
    }

    boolean contains(byte[] place) {
        long endMs = SessionLayout.endMs(place);
        return endMs >= endFromMs
                && endMs <= endToMs
                && SessionLayout.startMs(place) <= startToMs
                && (keyFrom == null || SessionLayout.compareKey(place, keyFrom) >= 0)
                && (keyTo == null || SessionLayout.compareKey(place, keyTo) <= 0);
    }
}
