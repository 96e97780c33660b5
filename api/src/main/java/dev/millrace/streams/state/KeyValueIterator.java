package dev.millrace.streams.state;

import dev.millrace.streams.KeyValue;
import java.io.Closeable;
import java.util.Iterator;

/**
 * Walks over entries of a store. Must be closed: it may hold on to memory that is not the heap's.
 *
 * <p>Not thread-safe.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface KeyValueIterator<K, V> extends Iterator<KeyValue<K, V>>, Closeable {

    @Override
    void close();

    /**
     * The key that comes next, without going there.
     *
     * @throws java.util.NoSuchElementException if none comes
     */
    K peekNextKey();
}
