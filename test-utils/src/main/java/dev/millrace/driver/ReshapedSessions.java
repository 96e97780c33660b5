package dev.millrace.driver;

import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.SessionStore;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;

/**
 * A session store that shows aggregates in another shape.
 *
 * @param <F> the shape in the store
 * @param <G> the shape shown
 */
@NullUnmarked
final class ReshapedSessions<K, F, G> extends ReshapedStore<SessionStore<K, F>, F, G> implements SessionStore<K, G> {

    /**
     * The store in another shape.
     *
     * @param shown from the shape in the store to the one shown
     * @param given from the shape shown to the one in the store
     */
    ReshapedSessions(SessionStore<K, F> store, Function<F, G> shown, Function<G, F> given) {
        super(store, shown, given);
    }

    @Override
    public void put(Windowed<K> sessionKey, G aggregate) {
        store.put(sessionKey, given.apply(aggregate));
    }

    @Override
    public void remove(Windowed<K> sessionKey) {
        store.remove(sessionKey);
    }

    // ---- reading ----

    @Override
    public G fetchSession(K key, long sessionStartTime, long sessionEndTime) {
        return shown.apply(store.fetchSession(key, sessionStartTime, sessionEndTime));
    }

    @Override
    public KeyValueIterator<Windowed<K>, G> fetch(K key) {
        return reshaped(store.fetch(key));
    }

    @Override
    public KeyValueIterator<Windowed<K>, G> backwardFetch(K key) {
        return reshaped(store.backwardFetch(key));
    }

    @Override
    public KeyValueIterator<Windowed<K>, G> fetch(K keyFrom, K keyTo) {
        return reshaped(store.fetch(keyFrom, keyTo));
    }

    @Override
    public KeyValueIterator<Windowed<K>, G> backwardFetch(K keyFrom, K keyTo) {
        return reshaped(store.backwardFetch(keyFrom, keyTo));
    }

    @Override
    public KeyValueIterator<Windowed<K>, G> findSessions(K key, long earliestEnd, long latestStart) {
        return reshaped(store.findSessions(key, earliestEnd, latestStart));
    }

    @Override
    public KeyValueIterator<Windowed<K>, G> backwardFindSessions(K key, long earliestEnd, long latestStart) {
        return reshaped(store.backwardFindSessions(key, earliestEnd, latestStart));
    }

    @Override
    public KeyValueIterator<Windowed<K>, G> findSessions(K keyFrom, K keyTo, long earliestEnd, long latestStart) {
        return reshaped(store.findSessions(keyFrom, keyTo, earliestEnd, latestStart));
    }

    @Override
    public KeyValueIterator<Windowed<K>, G> backwardFindSessions(
            K keyFrom, K keyTo, long earliestEnd, long latestStart) {
        return reshaped(store.backwardFindSessions(keyFrom, keyTo, earliestEnd, latestStart));
    }

    @Override
    public KeyValueIterator<Windowed<K>, G> findSessions(long earliestEnd, long latestEnd) {
        return reshaped(store.findSessions(earliestEnd, latestEnd));
    }

    private KeyValueIterator<Windowed<K>, G> reshaped(KeyValueIterator<Windowed<K>, F> sessions) {
        return new ReshapedIterator<>(sessions, shown);
    }
}
