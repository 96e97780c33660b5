package dev.millrace.streams.query;

import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.ValueAndTimestamp;
import java.util.Optional;
import org.apache.kafka.common.annotation.InterfaceStability;

@InterfaceStability.Evolving
public final class TimestampedRangeQuery<K, V> implements Query<KeyValueIterator<K, ValueAndTimestamp<V>>> {

    private TimestampedRangeQuery() {}

    public static <K, V> TimestampedRangeQuery<K, V> withRange(K lower, K upper) {
        throw new UnsupportedOperationException("TimestampedRangeQuery.withRange");
    }

    public static <K, V> TimestampedRangeQuery<K, V> withUpperBound(K upper) {
        throw new UnsupportedOperationException("TimestampedRangeQuery.withUpperBound");
    }

    public static <K, V> TimestampedRangeQuery<K, V> withLowerBound(K lower) {
        throw new UnsupportedOperationException("TimestampedRangeQuery.withLowerBound");
    }

    public ResultOrder resultOrder() {
        throw new UnsupportedOperationException("TimestampedRangeQuery.resultOrder");
    }

    public TimestampedRangeQuery<K, V> withDescendingKeys() {
        throw new UnsupportedOperationException("TimestampedRangeQuery.withDescendingKeys");
    }

    public TimestampedRangeQuery<K, V> withAscendingKeys() {
        throw new UnsupportedOperationException("TimestampedRangeQuery.withAscendingKeys");
    }

    public static <K, V> TimestampedRangeQuery<K, V> withNoBounds() {
        throw new UnsupportedOperationException("TimestampedRangeQuery.withNoBounds");
    }

    public Optional<K> lowerBound() {
        throw new UnsupportedOperationException("TimestampedRangeQuery.lowerBound");
    }

    public Optional<K> upperBound() {
        throw new UnsupportedOperationException("TimestampedRangeQuery.upperBound");
    }
}
