package dev.millrace.state.facade.window;

import dev.millrace.state.facade.StoreFacade;
import dev.millrace.state.facade.SuppliedHost;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.join.DuplicateWindows;
import dev.millrace.state.join.SuppliedDuplicates;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.StoreSpec.WindowSpec;
import dev.millrace.state.window.DatabaseWindows;
import dev.millrace.state.window.MemoryWindows;
import dev.millrace.state.window.SuppliedWindows;
import dev.millrace.state.window.WindowContent;
import dev.millrace.state.window.walk.WindowRange;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.WindowStore;
import dev.millrace.streams.state.WindowStoreIterator;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A window store as user code sees it.
 *
 * @param <F> what user code sees as a value
 */
public abstract class WindowFacade<K, F> extends StoreFacade<WindowContent> implements WindowStore<K, F> {
    private static final String NO_KEY = "key cannot be null";
    private final ValueShape<F> shape;
    private final @Nullable WindowStore<Bytes, byte[]> supplied;

    /** @param supplied the user's own store that keeps the content; null if the task's database does */
    WindowFacade(StoreSpec spec, ValueShape<F> shape, @Nullable WindowStore<Bytes, byte[]> supplied) {
        super(spec, supplied);
        this.shape = shape;
        this.supplied = supplied;
    }

    /** How this store shows values. */
    public final ValueShape<F> shape() {
        return shape;
    }

    @Override
    protected final WindowContent openOn(StoreHost opening) {
        WindowSpec windows = Objects.requireNonNull(spec().windows());
        if (windows.retainDuplicates()) {
            return supplied == null
                    ? new DuplicateWindows(spec(), opening)
                    : new SuppliedDuplicates(spec(), supplied, opening);
        }
        if (supplied != null) {
            return new DatabaseWindows(spec(), new SuppliedHost(opening, new SuppliedWindows(supplied, spec())));
        }
        return spec().persistent() ? new DatabaseWindows(spec(), opening) : new MemoryWindows(spec(), opening);
    }

    @Override
    public final void put(K key, @Nullable F value, long windowStartTimestamp) {
        Objects.requireNonNull(key, NO_KEY);
        WindowContent store = store();
        store.put(key, shape.value(value), windowStartTimestamp, shape.timestamp(value, store.origin()));
    }

    @Override
    public final @Nullable F fetch(K key, long time) {
        Objects.requireNonNull(key, NO_KEY);
        return shape.show(store().latest(key, time));
    }

    // ---- one key ----

    @Override
    public final WindowStoreIterator<F> fetch(K key, long timeFrom, long timeTo) {
        return ofKey(key, timeFrom, timeTo, false);
    }

    @Override
    public final WindowStoreIterator<F> backwardFetch(K key, long timeFrom, long timeTo) {
        return ofKey(key, timeFrom, timeTo, true);
    }

    private WindowStoreIterator<F> ofKey(K key, long timeFrom, long timeTo, boolean descending) {
        Objects.requireNonNull(key, NO_KEY);
        WindowContent store = store();
        WindowRange range = WindowRange.ofKey(store.keys().encode(key), timeFrom, timeTo, descending);
        return new StartIterator<>(store, store.scan(range), shape);
    }

    // ---- several keys ----

    @Override
    public final KeyValueIterator<Windowed<K>, F> fetch(
            @Nullable K keyFrom, @Nullable K keyTo, long timeFrom, long timeTo) {
        return ofKeys(keyFrom, keyTo, timeFrom, timeTo, false);
    }

    @Override
    public final KeyValueIterator<Windowed<K>, F> backwardFetch(
            @Nullable K keyFrom, @Nullable K keyTo, long timeFrom, long timeTo) {
        return ofKeys(keyFrom, keyTo, timeFrom, timeTo, true);
    }

    @Override
    public final KeyValueIterator<Windowed<K>, F> fetchAll(long timeFrom, long timeTo) {
        return ofKeys(null, null, timeFrom, timeTo, false);
    }

    @Override
    public final KeyValueIterator<Windowed<K>, F> backwardFetchAll(long timeFrom, long timeTo) {
        return ofKeys(null, null, timeFrom, timeTo, true);
    }

    @Override
    public final KeyValueIterator<Windowed<K>, F> all() {
        return ofKeys(null, null, 0, Long.MAX_VALUE, false);
    }

    @Override
    public final KeyValueIterator<Windowed<K>, F> backwardAll() {
        return ofKeys(null, null, 0, Long.MAX_VALUE, true);
    }

    private KeyValueIterator<Windowed<K>, F> ofKeys(
            @Nullable K keyFrom, @Nullable K keyTo, long timeFrom, long timeTo, boolean descending) {
        WindowContent store = store();
        byte[] first = store.keys().encodeBound(keyFrom);
        byte[] last = store.keys().encodeBound(keyTo);
        WindowRange range = WindowRange.ofKeys(first, last, timeFrom, timeTo, descending);
        return new WindowedIterator<>(store, store.scan(range), shape);
    }
}
