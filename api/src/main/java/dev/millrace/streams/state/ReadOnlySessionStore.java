package dev.millrace.streams.state;

import dev.millrace.streams.kstream.Windowed;
import java.time.Instant;

public interface ReadOnlySessionStore<K, AGG> {

    default KeyValueIterator<Windowed<K>, AGG> findSessions(
            K key, long earliestSessionEndTime, long latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.findSessions");
    }

    default KeyValueIterator<Windowed<K>, AGG> findSessions(
            K key, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.findSessions");
    }

    default KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(
            K key, long earliestSessionEndTime, long latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.backwardFindSessions");
    }

    default KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(
            K key, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.backwardFindSessions");
    }

    default KeyValueIterator<Windowed<K>, AGG> findSessions(
            K keyFrom, K keyTo, long earliestSessionEndTime, long latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.findSessions");
    }

    default KeyValueIterator<Windowed<K>, AGG> findSessions(
            K keyFrom, K keyTo, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.findSessions");
    }

    default KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(
            K keyFrom, K keyTo, long earliestSessionEndTime, long latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.backwardFindSessions");
    }

    default KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(
            K keyFrom, K keyTo, Instant earliestSessionEndTime, Instant latestSessionStartTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.backwardFindSessions");
    }

    default AGG fetchSession(K key, long sessionStartTime, long sessionEndTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.fetchSession");
    }

    default AGG fetchSession(K key, Instant sessionStartTime, Instant sessionEndTime) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.fetchSession");
    }

    KeyValueIterator<Windowed<K>, AGG> fetch(K key);

    default KeyValueIterator<Windowed<K>, AGG> backwardFetch(K key) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.backwardFetch");
    }

    KeyValueIterator<Windowed<K>, AGG> fetch(K keyFrom, K keyTo);

    default KeyValueIterator<Windowed<K>, AGG> backwardFetch(K keyFrom, K keyTo) {
        throw new UnsupportedOperationException("ReadOnlySessionStore.backwardFetch");
    }
}
