package dev.millrace.state.query;

import dev.millrace.state.facade.StoreFacade;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.session.SessionRange;
import dev.millrace.state.session.Sessions;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.spi.Milliseconds;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.ReadOnlySessionStore;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * A session store as other threads see it.
 *
 * @param <F> what they see as an aggregate
 */
final class SessionView<K, F> extends StoreView<Sessions, F> implements ReadOnlySessionStore<K, F> {
    private static final String NO_KEY = "key cannot be null";
    private static final String EARLIEST_END = "earliestSessionEndTime";
    private static final String LATEST_START = "latestSessionStartTime";

    SessionView(StoreFacade<Sessions> facade, ValueShape<F> shape, Lock lock) {
        super(facade, shape, lock);
    }

    @Override
    public @Nullable F fetchSession(K key, long sessionStartTime, long sessionEndTime) {
        Objects.requireNonNull(key, NO_KEY);
        return this.<@Nullable F>locked(store -> shape.show(store.slot(key, sessionStartTime, sessionEndTime)));
    }

    @Override
    public @Nullable F fetchSession(K key, Instant sessionStartTime, Instant sessionEndTime) {
        return fetchSession(
                key,
                Milliseconds.of(sessionStartTime, "sessionStartTime"),
                Milliseconds.of(sessionEndTime, "sessionEndTime"));
    }

    // ---- one key ----

    @Override
    public KeyValueIterator<Windowed<K>, F> fetch(K key) {
        return ofKey(key, 0, Long.MAX_VALUE, false);
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> backwardFetch(K key) {
        return ofKey(key, 0, Long.MAX_VALUE, true);
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> findSessions(K key, long earliestEnd, long latestStart) {
        return ofKey(key, earliestEnd, latestStart, false);
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> findSessions(K key, Instant earliestEnd, Instant latestStart) {
        return findSessions(
                key, Milliseconds.of(earliestEnd, EARLIEST_END), Milliseconds.of(latestStart, LATEST_START));
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> backwardFindSessions(K key, long earliestEnd, long latestStart) {
        return ofKey(key, earliestEnd, latestStart, true);
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> backwardFindSessions(K key, Instant earliestEnd, Instant latestStart) {
        return backwardFindSessions(
                key, Milliseconds.of(earliestEnd, EARLIEST_END), Milliseconds.of(latestStart, LATEST_START));
    }

    private KeyValueIterator<Windowed<K>, F> ofKey(K key, long earliestEndMs, long latestStartMs, boolean descending) {
        Objects.requireNonNull(key, NO_KEY);
        byte[] bytes = locked(store -> store.keys().encode(key));
        return new SessionPages<>(
                facade, shape, lock, SessionRange.ofKey(bytes, earliestEndMs, latestStartMs, descending), false);
    }

    // ---- several keys ----

    @Override
    public KeyValueIterator<Windowed<K>, F> fetch(@Nullable K from, @Nullable K to) {
        return ofKeys(from, to, 0, Long.MAX_VALUE, false);
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> backwardFetch(@Nullable K from, @Nullable K to) {
        return ofKeys(from, to, 0, Long.MAX_VALUE, true);
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> findSessions(
            @Nullable K from, @Nullable K to, long earliestEnd, long latestStart) {
        return ofKeys(from, to, earliestEnd, latestStart, false);
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> findSessions(
            @Nullable K from, @Nullable K to, Instant earliestEnd, Instant latestStart) {
        return findSessions(
                from, to, Milliseconds.of(earliestEnd, EARLIEST_END), Milliseconds.of(latestStart, LATEST_START));
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> backwardFindSessions(
            @Nullable K from, @Nullable K to, long earliestEnd, long latestStart) {
        return ofKeys(from, to, earliestEnd, latestStart, true);
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> backwardFindSessions(
            @Nullable K from, @Nullable K to, Instant earliestEnd, Instant latestStart) {
        return backwardFindSessions(
                from, to, Milliseconds.of(earliestEnd, EARLIEST_END), Milliseconds.of(latestStart, LATEST_START));
    }

    private KeyValueIterator<Windowed<K>, F> ofKeys(
            @Nullable K from, @Nullable K to, long earliestEndMs, long latestStartMs, boolean descending) {
        return locked(store -> {
            byte[] first = store.keys().encodeBound(from);
            byte[] last = store.keys().encodeBound(to);
            SessionRange range = SessionRange.ofKeys(first, last, earliestEndMs, latestStartMs, descending);
            return new SessionPages<>(facade, shape, lock, range, false);
        });
    }
}
