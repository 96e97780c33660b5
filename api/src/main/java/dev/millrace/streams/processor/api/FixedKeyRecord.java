package dev.millrace.streams.processor.api;

import org.apache.kafka.common.header.Headers;

public final class FixedKeyRecord<K, V> {

    private FixedKeyRecord() {}

    public K key() {
        throw new UnsupportedOperationException("FixedKeyRecord.key");
    }

    public V value() {
        throw new UnsupportedOperationException("FixedKeyRecord.value");
    }

    public long timestamp() {
        throw new UnsupportedOperationException("FixedKeyRecord.timestamp");
    }

    public Headers headers() {
        throw new UnsupportedOperationException("FixedKeyRecord.headers");
    }

    public <NewV> FixedKeyRecord<K, NewV> withValue(NewV value) {
        throw new UnsupportedOperationException("FixedKeyRecord.withValue");
    }

    public FixedKeyRecord<K, V> withTimestamp(long timestamp) {
        throw new UnsupportedOperationException("FixedKeyRecord.withTimestamp");
    }

    public FixedKeyRecord<K, V> withHeaders(Headers headers) {
        throw new UnsupportedOperationException("FixedKeyRecord.withHeaders");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("FixedKeyRecord.toString");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("FixedKeyRecord.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("FixedKeyRecord.hashCode");
    }
}
