package dev.millrace.streams.state;

import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.spi.Milliseconds;
import java.time.Instant;

/**
 * A store of one aggregate for each key and session.
 *
 * <p>Implementations give the methods with times in milliseconds; those with instants call them. Writing belongs to the
 * stream thread of the task.
 *
 * @param <K> the type of the keys
 * @param <AGG> the type of the aggregates
 */
public interface SessionStore<K, AGG> extends StateStore, ReadOnlySessionStore<K, AGG> {

    /**
     * The sessions of all keys that end between these two times, both included.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    default KeyValueIterator<Windowed<K>, AGG> findSessions(long earliestSessionEndTime, long latestSessionEndTime) {
        throw new UnsupportedOperationException("SessionStore.findSessions");
    }

    @Override
    default KeyValueIterator<Windowed<K>, AGG> findSessions(
            K key, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        return findSessions(
                key,
                Milliseconds.of(earliestSessionEndTime, "earliestSessionEndTime"),
                Milliseconds.of(latestSessionStartTime, "latestSessionStartTime"));
    }

    @Override
    default KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(
            K key, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        return backwardFindSessions(
                key,
                Milliseconds.of(earliestSessionEndTime, "earliestSessionEndTime"),
                Milliseconds.of(latestSessionStartTime, "latestSessionStartTime"));
    }

    @Override
    default KeyValueIterator<Windowed<K>, AGG> findSessions(
            K keyFrom, K keyTo, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        return findSessions(
                keyFrom,
                keyTo,
                Milliseconds.of(earliestSessionEndTime, "earliestSessionEndTime"),
                Milliseconds.of(latestSessionStartTime, "latestSessionStartTime"));
    }

    @Override
    default KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(
            K keyFrom, K keyTo, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        return backwardFindSessions(
                keyFrom,
                keyTo,
                Milliseconds.of(earliestSessionEndTime, "earliestSessionEndTime"),
                Milliseconds.of(latestSessionStartTime, "latestSessionStartTime"));
    }

    @Override
    default AGG fetchSession(K key, Instant sessionStartTime, Instant sessionEndTime) {
        return fetchSession(
                key,
                Milliseconds.of(sessionStartTime, "sessionStartTime"),
                Milliseconds.of(sessionEndTime, "sessionEndTime"));
    }

    /**
     * Deletes a session.
     *
     * @throws NullPointerException if the key or its session is null
     */
    void remove(Windowed<K> sessionKey);

    /**
     * Sets the aggregate of a session; null deletes it. Nothing happens if the session is older than the retention.
     *
     * @throws NullPointerException if the key or its session is null
     */
    void put(Windowed<K> sessionKey, AGG aggregate);
}
