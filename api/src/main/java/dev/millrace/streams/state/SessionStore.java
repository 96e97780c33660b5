package dev.millrace.streams.state;

import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.processor.StateStore;
import java.time.Instant;

public interface SessionStore<K, AGG> extends StateStore, ReadOnlySessionStore<K, AGG> {

    default KeyValueIterator<Windowed<K>, AGG> findSessions(long earliestSessionEndTime, long latestSessionEndTime) {
        throw new UnsupportedOperationException("SessionStore.findSessions");
    }

    @Override
    default KeyValueIterator<Windowed<K>, AGG> findSessions(
            K key, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        throw new UnsupportedOperationException("SessionStore.findSessions");
    }

    @Override
    default KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(
            K key, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        throw new UnsupportedOperationException("SessionStore.backwardFindSessions");
    }

    @Override
    default KeyValueIterator<Windowed<K>, AGG> findSessions(
            K keyFrom, K keyTo, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        throw new UnsupportedOperationException("SessionStore.findSessions");
    }

    @Override
    default KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(
            K keyFrom, K keyTo, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        throw new UnsupportedOperationException("SessionStore.backwardFindSessions");
    }

    @Override
    default AGG fetchSession(K key, Instant sessionStartTime, Instant sessionEndTime) {
        throw new UnsupportedOperationException("SessionStore.fetchSession");
    }

    void remove(Windowed<K> sessionKey);

    void put(Windowed<K> sessionKey, AGG aggregate);
}
