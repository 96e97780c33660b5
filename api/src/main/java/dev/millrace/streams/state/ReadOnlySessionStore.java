package dev.millrace.streams.state;

import dev.millrace.streams.kstream.Windowed;
import java.time.Instant;

/**
 * A session store for reading.
 *
 * <p>Sessions come by key and then by time, the backward methods the other way round. Thread-safety and errors are as for
 * {@link ReadOnlyKeyValueStore}; a null key is a {@code NullPointerException} where one key is asked for, and no bound
 * where two are.
 *
 * @param <K> the type of the keys
 * @param <AGG> the type of the aggregates
 */
public interface ReadOnlySessionStore<K, AGG> {

    /**
     * The sessions of a key that end at this time or later and start at that time or earlier.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, AGG> findSessions(
            K key, long earliestSessionEndTime, long latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.findSessions");
    }

    /**
     * As {@link #findSessions(Object, long, long)}.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, AGG> findSessions(
            K key, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.findSessions");
    }

    /**
     * Like {@link #findSessions(Object, long, long)}, from the last to the first.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(
            K key, long earliestSessionEndTime, long latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.backwardFindSessions");
    }

    /**
     * As {@link #backwardFindSessions(Object, long, long)}.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(
            K key, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.backwardFindSessions");
    }

    /**
     * The sessions of all keys between these two, both included, that end at this time or later and start at that time or earlier.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, AGG> findSessions(
            K keyFrom, K keyTo, long earliestSessionEndTime, long latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.findSessions");
    }

    /**
     * As {@link #findSessions(Object, Object, long, long)}.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, AGG> findSessions(
            K keyFrom, K keyTo, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.findSessions");
    }

    /**
     * Like {@link #findSessions(Object, Object, long, long)}, from the last to the first.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(
            K keyFrom, K keyTo, long earliestSessionEndTime, long latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.backwardFindSessions");
    }

    /**
     * As {@link #backwardFindSessions(Object, Object, long, long)}.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(
            K keyFrom, K keyTo, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.backwardFindSessions");
    }

    /**
     * The aggregate of the session with exactly these bounds, null if there is none.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default AGG fetchSession(K key, long sessionStartTime, long sessionEndTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.fetchSession");
    }

    /**
     * As {@link #fetchSession(Object, long, long)}.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default AGG fetchSession(K key, Instant sessionStartTime, Instant sessionEndTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.fetchSession");
    }

    /** All sessions of a key. */
    KeyValueIterator<Windowed<K>, AGG> fetch(K key);

    /**
     * All sessions of a key, from the last to the first.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, AGG> backwardFetch(K key) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.backwardFetch");
    }

    /** All sessions of the keys between these two, both included. */
    KeyValueIterator<Windowed<K>, AGG> fetch(K keyFrom, K keyTo);

    /**
     * All sessions of the keys between these two, from the last to the first.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, AGG> backwardFetch(K keyFrom, K keyTo) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.backwardFetch");
    }
}
