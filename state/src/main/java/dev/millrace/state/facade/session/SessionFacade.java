package dev.millrace.state.facade.session;

import dev.millrace.state.facade.StoreFacade;
import dev.millrace.state.facade.SuppliedHost;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.session.SessionRange;
import dev.millrace.state.session.Sessions;
import dev.millrace.state.session.SuppliedSessions;
import dev.millrace.streams.kstream.Window;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.SessionStore;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A session store as user code sees it.
 *
 * @param <F> what user code sees as an aggregate
 */
public abstract class SessionFacade<K, F> extends StoreFacade<Sessions> implements SessionStore<K, F> {
    private static final String NO_KEY = "key cannot be null";

    private final ValueShape<F> shape;
    private final @Nullable SessionStore<Bytes, byte[]> supplied;

    /** @param supplied the user's own store that keeps the content; null if the task's database does */
    SessionFacade(StoreSpec spec, ValueShape<F> shape, @Nullable SessionStore<Bytes, byte[]> supplied) {
        super(spec, supplied);
        this.shape = shape;
        this.supplied = supplied;
    }

    /** How this store shows aggregates. */
    public final ValueShape<F> shape() {
        return shape;
    }

    @Override
    protected final Sessions openOn(StoreHost opening) {
        if (supplied == null) {
            return new Sessions(spec(), opening);
        }
        long retentionMs = Objects.requireNonNull(spec().windows()).retentionMs();
        return new Sessions(
                spec(), new SuppliedHost(opening, new SuppliedSessions(supplied, retentionMs, spec().headers())));
    }

    @Override
    public final void put(Windowed<K> sessionKey, @Nullable F aggregate) {
        requireKey(sessionKey);
        Sessions store = store();
        long timestamp = store.origin().timestamp();
        store.put(
                sessionKey.key(),
                sessionKey.window().start(),
                sessionKey.window().end(),
                shape.value(aggregate),
                timestamp);
    }

    @Override
    public final void remove(Windowed<K> sessionKey) {
        requireKey(sessionKey);
        Sessions store = store();
        Window window = sessionKey.window();
        store.remove(
                sessionKey.key(), window.start(), window.end(), store.origin().timestamp());
    }

    private static void requireKey(Windowed<?> sessionKey) {
        Objects.requireNonNull(sessionKey, "sessionKey can't be null");
        Objects.requireNonNull(sessionKey.key(), "sessionKey.key() can't be null");
    }

    @Override
    public final @Nullable F fetchSession(K key, long sessionStartTime, long sessionEndTime) {
        Objects.requireNonNull(key, NO_KEY);
        return shape.show(store().slot(key, sessionStartTime, sessionEndTime));
    }

    // ---- one key ----

    @Override
    public final KeyValueIterator<Windowed<K>, F> fetch(K key) {
        return ofKey(key, 0, Long.MAX_VALUE, false);
    }

    @Override
    public final KeyValueIterator<Windowed<K>, F> backwardFetch(K key) {
        return ofKey(key, 0, Long.MAX_VALUE, true);
    }

    @Override
    public final KeyValueIterator<Windowed<K>, F> findSessions(
            K key, long earliestSessionEndTime, long latestSessionStartTime) {
        return ofKey(key, earliestSessionEndTime, latestSessionStartTime, false);
    }

    @Override
    public final KeyValueIterator<Windowed<K>, F> backwardFindSessions(
            K key, long earliestSessionEndTime, long latestSessionStartTime) {
        return ofKey(key, earliestSessionEndTime, latestSessionStartTime, true);
    }

    private KeyValueIterator<Windowed<K>, F> ofKey(K key, long earliestEndMs, long latestStartMs, boolean descending) {
        byte[] bytes = store().keys().encode(Objects.requireNonNull(key, NO_KEY));
        return scan(SessionRange.ofKey(bytes, earliestEndMs, latestStartMs, descending));
    }

    // ---- several keys ----

    @Override
    public final KeyValueIterator<Windowed<K>, F> fetch(@Nullable K keyFrom, @Nullable K keyTo) {
        return ofKeys(keyFrom, keyTo, 0, Long.MAX_VALUE, false);
    }

    @Override
    public final KeyValueIterator<Windowed<K>, F> backwardFetch(@Nullable K keyFrom, @Nullable K keyTo) {
        return ofKeys(keyFrom, keyTo, 0, Long.MAX_VALUE, true);
    }

    @Override
    public final KeyValueIterator<Windowed<K>, F> findSessions(
            @Nullable K keyFrom, @Nullable K keyTo, long earliestSessionEndTime, long latestSessionStartTime) {
        return ofKeys(keyFrom, keyTo, earliestSessionEndTime, latestSessionStartTime, false);
    }

    @Override
    public final KeyValueIterator<Windowed<K>, F> backwardFindSessions(
            @Nullable K keyFrom, @Nullable K keyTo, long earliestSessionEndTime, long latestSessionStartTime) {
        return ofKeys(keyFrom, keyTo, earliestSessionEndTime, latestSessionStartTime, true);
    }

    private KeyValueIterator<Windowed<K>, F> ofKeys(
            @Nullable K keyFrom, @Nullable K keyTo, long earliestEndMs, long latestStartMs, boolean descending) {
        Sessions store = store();
        byte[] first = store.keys().encodeBound(keyFrom);
        byte[] last = store.keys().encodeBound(keyTo);
        return scan(SessionRange.ofKeys(first, last, earliestEndMs, latestStartMs, descending));
    }

    @Override
    public final KeyValueIterator<Windowed<K>, F> findSessions(long earliestSessionEndTime, long latestSessionEndTime) {
        Sessions store = store();
        return new SessionIterator<>(store, store.scanByEnd(earliestSessionEndTime, latestSessionEndTime), shape);
    }

    private KeyValueIterator<Windowed<K>, F> scan(SessionRange range) {
        Sessions store = store();
        return new SessionIterator<>(store, store.scan(range), shape);
    }
}
