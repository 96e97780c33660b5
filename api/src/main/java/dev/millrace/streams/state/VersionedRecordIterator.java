package dev.millrace.streams.state;

import java.io.Closeable;
import java.util.Iterator;

/**
 * Walks over the versions of one key. Must be closed.
 *
 * @param <V> the type of the values
 */
public interface VersionedRecordIterator<V> extends Iterator<VersionedRecord<V>>, Closeable {

    @Override
    void close();
}
