package dev.millrace.streams.state;

import java.io.Closeable;

/**
 * Walks over the windows of one key: the starts of the windows and their values. Must be closed.
 *
 * @param <V> the type of the values
 */
public interface WindowStoreIterator<V> extends KeyValueIterator<Long, V>, Closeable {

    @Override
    void close();
}
