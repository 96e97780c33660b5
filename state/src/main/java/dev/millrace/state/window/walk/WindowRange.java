package dev.millrace.state.window.walk;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which windows of a store are asked for, and in what direction. All bounds are included. Immutable. */
public final class WindowRange {
    private final byte @Nullable [] keyFrom;
    private final byte @Nullable [] keyTo;
    private final long fromMs;
    private final long toMs;
    private final boolean descending;
    private final byte @Nullable [] after;

    private WindowRange(
            byte @Nullable [] keyFrom,
            byte @Nullable [] keyTo,
            long fromMs,
            long toMs,
            boolean descending,
            byte @Nullable [] after) {
        this.keyFrom = keyFrom;
        this.keyTo = keyTo;
        this.fromMs = fromMs;
        this.toMs = toMs;
        this.descending = descending;
        this.after = after;
    }

    /** All windows of one key that start in a span of time. */
    public static WindowRange ofKey(byte[] key, long fromMs, long toMs, boolean descending) {
        return new WindowRange(key, key, fromMs, toMs, descending, null);
    }

    /**
     * The windows of several keys that start in a span of time.
     *
     * @param from null for the first key
     * @param to null for the last key
     */
    public static WindowRange ofKeys(
            byte @Nullable [] from, byte @Nullable [] to, long fromMs, long toMs, boolean descending) {
        return new WindowRange(from, to, fromMs, toMs, descending, null);
    }

    /** The first key, null for the first of all. */
    public byte @Nullable [] keyFrom() {
        return keyFrom;
    }

    /** The last key, null for the last of all. */
    public byte @Nullable [] keyTo() {
        return keyTo;
    }

    public long fromMs() {
        return fromMs;
    }

    public long toMs() {
        return toMs;
    }

    public boolean descending() {
        return descending;
    }

    /** Behind which window to go on; null to begin at the beginning. */
    public byte @Nullable [] after() {
        return after;
    }

    /** What is left of this range behind a window of it: see {@link WindowCursor#place()}. */
    public WindowRange behind(byte[] place) {
        return new WindowRange(keyFrom, keyTo, fromMs, toMs, descending, place);
    }

    WindowRange fromTheBeginning() {
        return new WindowRange(keyFrom, keyTo, fromMs, toMs, descending, null);
    }

    /** What is left of this range from a time on. */
    public WindowRange notBefore(long earliestMs) {
        return new WindowRange(keyFrom, keyTo, Math.max(fromMs, earliestMs), toMs, descending, after);
    }

    public boolean empty() {
        return fromMs > toMs || (keyFrom != null && keyTo != null && Arrays.compareUnsigned(keyFrom, keyTo) > 0);
    }

    /** Whether it is about one key alone. */
    public boolean oneKey() {
        return keyFrom != null && keyFrom == keyTo;
    }

    public boolean containsKey(byte[] key) {
        return (keyFrom == null || Arrays.compareUnsigned(key, keyFrom) >= 0)
                && (keyTo == null || Arrays.compareUnsigned(key, keyTo) <= 0);
    }

    boolean contains(byte[] place) {
        return (keyFrom == null || WindowLayout.compareKey(place, keyFrom) >= 0)
                && (keyTo == null || WindowLayout.compareKey(place, keyTo) <= 0);
    }
}
