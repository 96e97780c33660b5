package dev.millrace.streams.state;

import java.io.Closeable;

public interface WindowStoreIterator<V> extends KeyValueIterator<Long, V>, Closeable {

    @Override
    void close();
}
