package dev.millrace.streams.state;

import java.util.Objects;

/**
 * A value and the time of the record it came from (KIP-258).
 *
 * <p>Immutable, as far as the value is.
 *
 * @param <V> the type of the value
 */
public final class ValueAndTimestamp<V> {
    private final V value;
    private final long timestamp;

    private ValueAndTimestamp(V value, long timestamp) {
        this.value = value;
        this.timestamp = timestamp;
    }

    /** The pair, or null if the value is null. */
    public static <V> ValueAndTimestamp<V> make(V value, long timestamp) {
        return value == null ? null : new ValueAndTimestamp<>(value, timestamp);
    }

    /** The pair, even if the value is null. */
    public static <V> ValueAndTimestamp<V> makeAllowNullable(V value, long timestamp) {
        return new ValueAndTimestamp<>(value, timestamp);
    }

    /** The value, or null if there is no pair. */
    public static <V> V getValueOrNull(ValueAndTimestamp<V> valueAndTimestamp) {
        return valueAndTimestamp == null ? null : valueAndTimestamp.value;
    }

    /** The value. */
    public V value() {
        return value;
    }

    /** The timestamp, in milliseconds since the epoch. */
    public long timestamp() {
        return timestamp;
    }

    @Override
    public String toString() {
        return "<" + value + "," + timestamp + ">";
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof ValueAndTimestamp<?> that
                        && timestamp == that.timestamp
                        && Objects.equals(value, that.value));
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, timestamp);
    }
}
