package dev.millrace.streams.state;

import dev.millrace.streams.KeyValue;
import java.util.NoSuchElementException;

/**
 * The windows of a key that is in no local partition: none.
 *
 * @param <V> the type of the values
 */
final class NoWindows<V> implements WindowStoreIterator<V> {
    @Override
    public boolean hasNext() {
        return false;
    }

    @Override
    public KeyValue<Long, V> next() {
        throw new NoSuchElementException("There are no windows");
    }

    @Override
    public Long peekNextKey() {
        throw new NoSuchElementException("There are no windows");
    }

    @Override
    public void close() {}
}
