package dev.millrace.state.query;

import dev.millrace.state.facade.StoreFacade;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.window.WindowContent;
import dev.millrace.state.window.walk.WindowRange;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.ReadOnlyWindowStore;
import dev.millrace.streams.state.WindowStoreIterator;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * A window store as other threads see it.
 *
 * @param <F> what they see as a value
 */
final class WindowView<K, F> extends StoreView<WindowContent, F> implements ReadOnlyWindowStore<K, F> {
    private static final String NO_KEY = "key cannot be null";

    WindowView(StoreFacade<WindowContent> facade, ValueShape<F> shape, Lock lock) {
        super(facade, shape, lock);
    }

    @Override
    public @Nullable F fetch(K key, long time) {
        Objects.requireNonNull(key, NO_KEY);
        return this.<@Nullable F>locked(store -> shape.show(store.latest(key, time)));
    }

    @Override
    public WindowStoreIterator<F> fetch(K key, Instant timeFrom, Instant timeTo) {
        return ofKey(key, timeFrom, timeTo, false);
    }

    @Override
    public WindowStoreIterator<F> backwardFetch(K key, Instant timeFrom, Instant timeTo) {
        return ofKey(key, timeFrom, timeTo, true);
    }

    private WindowStoreIterator<F> ofKey(K key, Instant timeFrom, Instant timeTo, boolean descending) {
        Objects.requireNonNull(key, NO_KEY);
        long fromMs = millis("timeFrom", timeFrom);
        long toMs = millis("timeTo", timeTo);
        byte[] bytes = locked(store -> store.keys().encode(key));
        return new StartPages<>(facade, shape, lock, WindowRange.ofKey(bytes, fromMs, toMs, descending), false);
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> fetch(
            @Nullable K keyFrom, @Nullable K keyTo, Instant timeFrom, Instant timeTo) {
        return ofKeys(keyFrom, keyTo, millis("timeFrom", timeFrom), millis("timeTo", timeTo), false);
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> backwardFetch(
            @Nullable K keyFrom, @Nullable K keyTo, Instant timeFrom, Instant timeTo) {
        return ofKeys(keyFrom, keyTo, millis("timeFrom", timeFrom), millis("timeTo", timeTo), true);
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> fetchAll(Instant timeFrom, Instant timeTo) {
        return ofKeys(null, null, millis("timeFrom", timeFrom), millis("timeTo", timeTo), false);
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> backwardFetchAll(Instant timeFrom, Instant timeTo) {
        return ofKeys(null, null, millis("timeFrom", timeFrom), millis("timeTo", timeTo), true);
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> all() {
        return ofKeys(null, null, 0, Long.MAX_VALUE, false);
    }

    @Override
    public KeyValueIterator<Windowed<K>, F> backwardAll() {
        return ofKeys(null, null, 0, Long.MAX_VALUE, true);
    }

    private KeyValueIterator<Windowed<K>, F> ofKeys(
            @Nullable K keyFrom, @Nullable K keyTo, long fromMs, long toMs, boolean descending) {
        return locked(store -> {
            byte[] first = store.keys().encodeBound(keyFrom);
            byte[] last = store.keys().encodeBound(keyTo);
            return new WindowedPages<>(
                    facade, shape, lock, WindowRange.ofKeys(first, last, fromMs, toMs, descending), false);
        });
    }

    private static long millis(String parameter, @Nullable Instant instant) {
        if (instant == null) {
            throw new IllegalArgumentException(parameter + " cannot be null");
        }
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException tooFar) {
            throw new IllegalArgumentException(
                    parameter + " " + instant + " does not fit in milliseconds since 1970", tooFar);
        }
    }
}
