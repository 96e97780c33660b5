package dev.millrace.streams.state;

import java.util.Optional;

public final class VersionedRecord<V> {

    public VersionedRecord(V value, long timestamp) {
        throw new UnsupportedOperationException("VersionedRecord");
    }

    public VersionedRecord(V value, long timestamp, long validTo) {
        throw new UnsupportedOperationException("VersionedRecord");
    }

    public V value() {
        throw new UnsupportedOperationException("VersionedRecord.value");
    }

    public long timestamp() {
        throw new UnsupportedOperationException("VersionedRecord.timestamp");
    }

    public Optional<Long> validTo() {
        throw new UnsupportedOperationException("VersionedRecord.validTo");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("VersionedRecord.toString");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("VersionedRecord.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("VersionedRecord.hashCode");
    }
}
