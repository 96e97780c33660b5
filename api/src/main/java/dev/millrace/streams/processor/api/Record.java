package dev.millrace.streams.processor.api;

import org.apache.kafka.common.header.Headers;

@SuppressWarnings("JavaLangClash")
public class Record<K, V> {

    public Record(K key, V value, long timestamp, Headers headers) {
        throw new UnsupportedOperationException("Record");
    }

    public Record(K key, V value, long timestamp) {
        throw new UnsupportedOperationException("Record");
    }

    public K key() {
        throw new UnsupportedOperationException("Record.key");
    }

    public V value() {
        throw new UnsupportedOperationException("Record.value");
    }

    public long timestamp() {
        throw new UnsupportedOperationException("Record.timestamp");
    }

    public Headers headers() {
        throw new UnsupportedOperationException("Record.headers");
    }

    public <NewK> Record<NewK, V> withKey(NewK key) {
        throw new UnsupportedOperationException("Record.withKey");
    }

    public <NewV> Record<K, NewV> withValue(NewV value) {
        throw new UnsupportedOperationException("Record.withValue");
    }

    public Record<K, V> withTimestamp(long timestamp) {
        throw new UnsupportedOperationException("Record.withTimestamp");
    }

    public Record<K, V> withHeaders(Headers headers) {
        throw new UnsupportedOperationException("Record.withHeaders");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("Record.toString");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("Record.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("Record.hashCode");
    }
}
