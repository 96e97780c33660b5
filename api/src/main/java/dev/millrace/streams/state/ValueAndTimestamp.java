package dev.millrace.streams.state;

public final class ValueAndTimestamp<V> {

    private ValueAndTimestamp() {}

    public static <V> ValueAndTimestamp<V> make(V value, long timestamp) {
        throw new UnsupportedOperationException("ValueAndTimestamp.make");
    }

    public static <V> ValueAndTimestamp<V> makeAllowNullable(V value, long timestamp) {
        throw new UnsupportedOperationException("ValueAndTimestamp.makeAllowNullable");
    }

    public static <V> V getValueOrNull(ValueAndTimestamp<V> valueAndTimestamp) {
        throw new UnsupportedOperationException("ValueAndTimestamp.getValueOrNull");
    }

    public V value() {
        throw new UnsupportedOperationException("ValueAndTimestamp.value");
    }

    public long timestamp() {
        throw new UnsupportedOperationException("ValueAndTimestamp.timestamp");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("ValueAndTimestamp.toString");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("ValueAndTimestamp.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("ValueAndTimestamp.hashCode");
    }
}
