package dev.millrace.driver;

import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.WindowStore;
import dev.millrace.streams.state.WindowStoreIterator;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;

/**
 * A window store that shows values in another shape.
 *
 * @param <F> the shape in the store
 * @param <G> the shape shown
 */
@NullUnmarked
final class ReshapedWindows<K, F, G> extends ReshapedStore<WindowStore<K, F>, F, G> implements WindowStore<K, G> {

    /**
     * The store in another shape.
     *
     * @param shown from the shape in the store to the one shown
     * @param given from the shape shown to the one in the store
     */
    ReshapedWindows(WindowStore<K, F> store, Function<F, G> shown, Function<G, F> given) {
        super(store, shown, given);
    }

    @Override
    public void put(K key, G value, long windowStartTimestamp) {
        store.put(key, given.apply(value), windowStartTimestamp);
    }

    // ---- reading ----

    @Override
    public G fetch(K key, long time) {
        return shown.apply(store.fetch(key, time));
    }

    @Override
    public WindowStoreIterator<G> fetch(K key, long timeFrom, long timeTo) {
        return new ReshapedIterator.OfWindows<>(store.fetch(key, timeFrom, timeTo), shown);
    }

    @Override
    public WindowStoreIterator<G> backwardFetch(K key, long timeFrom, long timeTo) {
        return new ReshapedIterator.OfWindows<>(store.backwardFetch(key, timeFrom, timeTo), shown);
    }

    @Override
    public KeyValueIterator<Windowed<K>, G> fetch(K keyFrom, K keyTo, long timeFrom, long timeTo) {
        return new ReshapedIterator<>(store.fetch(keyFrom, keyTo, timeFrom, timeTo), shown);
    }

    @Override
    public KeyValueIterator<Windowed<K>, G> backwardFetch(K keyFrom, K keyTo, long timeFrom, long timeTo) {
        return new ReshapedIterator<>(store.backwardFetch(keyFrom, keyTo, timeFrom, timeTo), shown);
    }

    @Override
    public KeyValueIterator<Windowed<K>, G> fetchAll(long timeFrom, long timeTo) {
        return new ReshapedIterator<>(store.fetchAll(timeFrom, timeTo), shown);
    }

    @Override
    public KeyValueIterator<Windowed<K>, G> backwardFetchAll(long timeFrom, long timeTo) {
        return new ReshapedIterator<>(store.backwardFetchAll(timeFrom, timeTo), shown);
    }

    @Override
    public KeyValueIterator<Windowed<K>, G> all() {
        return new ReshapedIterator<>(store.all(), shown);
    }

    @Override
    public KeyValueIterator<Windowed<K>, G> backwardAll() {
        return new ReshapedIterator<>(store.backwardAll(), shown);
    }
}
