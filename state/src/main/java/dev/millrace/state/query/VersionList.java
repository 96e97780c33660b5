package dev.millrace.state.query;

import dev.millrace.streams.state.VersionedRecord;
import dev.millrace.streams.state.VersionedRecordIterator;
import java.util.Iterator;

/** The versions of a key, one after the other. */
record VersionList<V>(Iterator<VersionedRecord<V>> versions) implements VersionedRecordIterator<V> {

    @Override
    public boolean hasNext() {
        return versions.hasNext();
    }

    @Override
    public VersionedRecord<V> next() {
        return versions.next();
    }

    /** There is nothing to close. */
    @Override
    public void close() {}
}
