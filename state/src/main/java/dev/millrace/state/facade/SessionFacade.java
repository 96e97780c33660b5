package dev.millrace.state.facade;

import dev.millrace.state.kind.SessionRange;
import dev.millrace.state.kind.Sessions;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.SuppliedSessions;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.SessionStore;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A session store as user code sees it. */
public final class SessionFacade<K, V> extends StoreFacade<Sessions> implements SessionStore<K, V> {
    private static final String NO_KEY = "key cannot be null";

    private final @Nullable SessionStore<Bytes, byte[]> supplied;

    /** @param supplied the user's own store that keeps the content; null if the task's database does */
    public SessionFacade(StoreSpec spec, @Nullable SessionStore<Bytes, byte[]> supplied) {
        super(spec, supplied);
        this.supplied = supplied;
    }

    @Override
    Sessions openOn(StoreHost opening) {
        if (supplied == null) {
            return new Sessions(spec(), opening);
        }
        supplied.init(opening.contextOfSupplied(), supplied);
        long retentionMs = Objects.requireNonNull(spec().windows()).retentionMs();
        return new Sessions(spec(), new SuppliedHost(opening, new SuppliedSessions(supplied, retentionMs)));
    }

    @Override
    public void put(Windowed<K> sessionKey, @Nullable V aggregate) {
        Objects.requireNonNull(sessionKey, "sessionKey can't be null");
        Objects.requireNonNull(sessionKey.key(), "sessionKey.key() can't be null");
        Sessions store = store();
        long timestamp = store.origin().timestamp();
        store.put(
                sessionKey.key(),
                sessionKey.window().start(),
                sessionKey.window().end(),
                aggregate,
                timestamp);
    }

    @Override
    public void remove(Windowed<K> sessionKey) {
        put(sessionKey, null);
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V fetchSession(K key, long sessionStartTime, long sessionEndTime) {
        Objects.requireNonNull(key, NO_KEY);
        return (V) store().slot(key, sessionStartTime, sessionEndTime).value();
    }

    // ---- one key ----

    @Override
    public KeyValueIterator<Windowed<K>, V> fetch(K key) {
        return ofKey(key, 0, Long.MAX_VALUE, false);
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> backwardFetch(K key) {
        return ofKey(key, 0, Long.MAX_VALUE, true);
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> findSessions(
            K key, long earliestSessionEndTime, long latestSessionStartTime) {
        return ofKey(key, earliestSessionEndTime, latestSessionStartTime, false);
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> backwardFindSessions(
            K key, long earliestSessionEndTime, long latestSessionStartTime) {
        return ofKey(key, earliestSessionEndTime, latestSessionStartTime, true);
    }

    private KeyValueIterator<Windowed<K>, V> ofKey(K key, long earliestEndMs, long latestStartMs, boolean descending) {
        byte[] bytes = store().keys().encode(Objects.requireNonNull(key, NO_KEY));
        return scan(SessionRange.ofKey(bytes, earliestEndMs, latestStartMs, descending));
    }

    // ---- several keys ----

    @Override
    public KeyValueIterator<Windowed<K>, V> fetch(@Nullable K keyFrom, @Nullable K keyTo) {
        return ofKeys(keyFrom, keyTo, 0, Long.MAX_VALUE, false);
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> backwardFetch(@Nullable K keyFrom, @Nullable K keyTo) {
        return ofKeys(keyFrom, keyTo, 0, Long.MAX_VALUE, true);
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> findSessions(
            @Nullable K keyFrom, @Nullable K keyTo, long earliestSessionEndTime, long latestSessionStartTime) {
        return ofKeys(keyFrom, keyTo, earliestSessionEndTime, latestSessionStartTime, false);
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> backwardFindSessions(
            @Nullable K keyFrom, @Nullable K keyTo, long earliestSessionEndTime, long latestSessionStartTime) {
        return ofKeys(keyFrom, keyTo, earliestSessionEndTime, latestSessionStartTime, true);
    }

    private KeyValueIterator<Windowed<K>, V> ofKeys(
            @Nullable K keyFrom, @Nullable K keyTo, long earliestEndMs, long latestStartMs, boolean descending) {
        Sessions store = store();
        byte[] first = keyFrom == null ? null : store.keys().encode(keyFrom);
        byte[] last = keyTo == null ? null : store.keys().encode(keyTo);
        return scan(SessionRange.ofKeys(first, last, earliestEndMs, latestStartMs, descending));
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> findSessions(long earliestSessionEndTime, long latestSessionEndTime) {
        Sessions store = store();
        return new SessionIterator<>(store, store.scanByEnd(earliestSessionEndTime, latestSessionEndTime));
    }

    private KeyValueIterator<Windowed<K>, V> scan(SessionRange range) {
        Sessions store = store();
        return new SessionIterator<>(store, store.scan(range));
    }
}
