package dev.millrace.driver;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.ValueAndTimestamp;
import dev.millrace.streams.state.WindowStoreIterator;
import org.jspecify.annotations.NullUnmarked;

/** A walk over a timestamped store that shows values alone. */
@NullUnmarked
sealed class BareValues<K, V> implements KeyValueIterator<K, V> {
    private final KeyValueIterator<K, ValueAndTimestamp<V>> stamped;

    BareValues(KeyValueIterator<K, ValueAndTimestamp<V>> stamped) {
        this.stamped = stamped;
    }

    @Override
    public boolean hasNext() {
        return stamped.hasNext();
    }

    @Override
    public KeyValue<K, V> next() {
        KeyValue<K, ValueAndTimestamp<V>> next = stamped.next();
        return new KeyValue<>(next.key, ValueAndTimestamp.getValueOrNull(next.value));
    }

    @Override
    public K peekNextKey() {
        return stamped.peekNextKey();
    }

    @Override
    public void close() {
        stamped.close();
    }

    /** The same over the windows of one key. */
    @NullUnmarked
    static final class OfWindows<V> extends BareValues<Long, V> implements WindowStoreIterator<V> {
        OfWindows(WindowStoreIterator<ValueAndTimestamp<V>> stamped) {
            super(stamped);
        }
    }
}
