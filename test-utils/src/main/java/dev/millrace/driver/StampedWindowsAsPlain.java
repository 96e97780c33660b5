package dev.millrace.driver;

import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.TimestampedWindowStore;
import dev.millrace.streams.state.ValueAndTimestamp;
import dev.millrace.streams.state.WindowStore;
import dev.millrace.streams.state.WindowStoreIterator;
import org.jspecify.annotations.NullUnmarked;

/** A timestamped window store that shows values alone. What is put through it has no timestamp. */
@NullUnmarked
public final class StampedWindowsAsPlain<K, V> implements WindowStore<K, V> {
    private static final long NO_TIMESTAMP = -1;

    private final TimestampedWindowStore<K, V> stamped;

    public StampedWindowsAsPlain(TimestampedWindowStore<K, V> stamped) {
        this.stamped = stamped;
    }

    @Override
    public void put(K key, V value, long windowStartTimestamp) {
        stamped.put(key, ValueAndTimestamp.make(value, NO_TIMESTAMP), windowStartTimestamp);
    }

    // ---- reading ----

    @Override
    public V fetch(K key, long time) {
        return ValueAndTimestamp.getValueOrNull(stamped.fetch(key, time));
    }

    @Override
    public WindowStoreIterator<V> fetch(K key, long timeFrom, long timeTo) {
        return new BareValues.OfWindows<>(stamped.fetch(key, timeFrom, timeTo));
    }

    @Override
    public WindowStoreIterator<V> backwardFetch(K key, long timeFrom, long timeTo) {
        return new BareValues.OfWindows<>(stamped.backwardFetch(key, timeFrom, timeTo));
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> fetch(K keyFrom, K keyTo, long timeFrom, long timeTo) {
        return new BareValues<>(stamped.fetch(keyFrom, keyTo, timeFrom, timeTo));
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> backwardFetch(K keyFrom, K keyTo, long timeFrom, long timeTo) {
        return new BareValues<>(stamped.backwardFetch(keyFrom, keyTo, timeFrom, timeTo));
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> fetchAll(long timeFrom, long timeTo) {
        return new BareValues<>(stamped.fetchAll(timeFrom, timeTo));
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> backwardFetchAll(long timeFrom, long timeTo) {
        return new BareValues<>(stamped.backwardFetchAll(timeFrom, timeTo));
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> all() {
        return new BareValues<>(stamped.all());
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> backwardAll() {
        return new BareValues<>(stamped.backwardAll());
    }

    // ---- the store behind ----

    @Override
    public String name() {
        return stamped.name();
    }

    @Override
    public void init(StateStoreContext stateStoreContext, StateStore root) {
        stamped.init(stateStoreContext, root);
    }

    @Override
    public void close() {
        stamped.close();
    }

    @Override
    public boolean persistent() {
        return stamped.persistent();
    }

    @Override
    public boolean isOpen() {
        return stamped.isOpen();
    }
}
