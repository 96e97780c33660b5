package dev.millrace.streams.state;

import java.io.Closeable;
import java.util.Iterator;

public interface VersionedRecordIterator<V> extends Iterator<VersionedRecord<V>>, Closeable {

    @Override
    void close();
}
