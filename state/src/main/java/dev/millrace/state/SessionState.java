package dev.millrace.state;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A session store as an operator sees it: one value per key and session. */
public interface SessionState extends ClosingState {

    /**
     * The sessions of a key that end at {@code earliestEndMs} or later and start at {@code latestStartMs} or earlier. Valid
     * until the next search.
     */
    FoundSessions find(Object key, long earliestEndMs, long latestStartMs);

    /**
     * Deletes one of those that {@link #find} gave last, by its number. Its bounds can still be asked for, and its value if it was
     * asked for before.
     */
    void deleteFound(int number, long timestamp);

    /**
     * Puts one session in the place of those that {@link #find} gave last, for this key, and that are not deleted; all of them
     * lie within it.
     *
     * @param value null for none: the others are deleted all the same
     * @param timestamp event time of the record that does it, in milliseconds
     */
    void replaceFound(Object key, long startMs, long endMs, @Nullable Object value, long timestamp);

    /** The value of exactly this session. */
    Slot slot(Object key, long startMs, long endMs);

    /** See {@link KeyValueState#expect}. */
    default void expect(int count, IntFunction<byte @Nullable []> keys) {}

    /**
     * Says how far apart records of one session are. If the store caches, sessions that have expired can then be found as long as
     * records may join them: as in the reference, where they are still in the cache.
     */
    void joinsWithin(long gapMs);

    /** See {@link KeyValueState#caching()}. */
    boolean caching();

    /** See {@link KeyValueState#onEmission}; keys arrive as {@code Windowed}, times are those of the last writer. */
    void onEmission(EmissionListener listener, boolean oldValues);
}
