package dev.millrace.streams.state;

import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A value with the time and the headers of the record it came from (KIP-1271).
 *
 * <p>As immutable as the value and the headers are: they are not copied.
 *
 * @param <V> the type of the value
 */
public final class ValueTimestampHeaders<V> {
    private final V value;
    private final long timestamp;
    private final Headers headers;

    private ValueTimestampHeaders(V value, long timestamp, Headers headers) {
        this.value = value;
        this.timestamp = timestamp;
        this.headers = headers == null ? new RecordHeaders() : headers;
    }

    /** The three, or null if the value is null. Null headers stand for none. */
    public static <V> ValueTimestampHeaders<V> make(V value, long timestamp, Headers headers) {
        return value == null ? null : new ValueTimestampHeaders<>(value, timestamp, headers);
    }

    /** The three, even if the value is null. Null headers stand for none. */
    public static <V> ValueTimestampHeaders<V> makeAllowNullable(V value, long timestamp, Headers headers) {
        return new ValueTimestampHeaders<>(value, timestamp, headers);
    }

    /** The value, or null if there is nothing. */
    public static <V> V getValueOrNull(ValueTimestampHeaders<V> valueTimestampHeaders) {
        return valueTimestampHeaders == null ? null : valueTimestampHeaders.value;
    }

    /** The value. */
    public V value() {
        return value;
    }

    /** The timestamp, in milliseconds since the epoch. */
    public long timestamp() {
        return timestamp;
    }

    /** The headers, never null. */
    public Headers headers() {
        return headers;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof ValueTimestampHeaders<?> that
                        && timestamp == that.timestamp
                        && Objects.equals(value, that.value)
                        && headers.equals(that.headers));
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, timestamp, headers);
    }

    @Override
    public String toString() {
        return "ValueTimestampHeaders{value=" + value + ", timestamp=" + timestamp + ", headers=" + headers + "}";
    }
}
