package dev.millrace.streams.state;

import org.apache.kafka.common.header.Headers;

public final class ValueTimestampHeaders<V> {

    private ValueTimestampHeaders() {}

    public static <V> ValueTimestampHeaders<V> make(V value, long timestamp, Headers headers) {
        throw new UnsupportedOperationException("ValueTimestampHeaders.make");
    }

    public static <V> ValueTimestampHeaders<V> makeAllowNullable(V value, long timestamp, Headers headers) {
        throw new UnsupportedOperationException("ValueTimestampHeaders.makeAllowNullable");
    }

    public static <V> V getValueOrNull(ValueTimestampHeaders<V> valueTimestampHeaders) {
        throw new UnsupportedOperationException("ValueTimestampHeaders.getValueOrNull");
    }

    public V value() {
        throw new UnsupportedOperationException("ValueTimestampHeaders.value");
    }

    public long timestamp() {
        throw new UnsupportedOperationException("ValueTimestampHeaders.timestamp");
    }

    public Headers headers() {
        throw new UnsupportedOperationException("ValueTimestampHeaders.headers");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("ValueTimestampHeaders.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("ValueTimestampHeaders.hashCode");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("ValueTimestampHeaders.toString");
    }
}
