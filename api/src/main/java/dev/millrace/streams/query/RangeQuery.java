package dev.millrace.streams.query;

import dev.millrace.streams.state.KeyValueIterator;
import java.util.Optional;
import org.apache.kafka.common.annotation.InterfaceStability;

@InterfaceStability.Evolving
public final class RangeQuery<K, V> implements Query<KeyValueIterator<K, V>> {

    private RangeQuery() {}

    public static <K, V> RangeQuery<K, V> withRange(K lower, K upper) {
        throw new UnsupportedOperationException("RangeQuery.withRange");
    }

    public ResultOrder resultOrder() {
        throw new UnsupportedOperationException("RangeQuery.resultOrder");
    }

    public RangeQuery<K, V> withDescendingKeys() {
        throw new UnsupportedOperationException("RangeQuery.withDescendingKeys");
    }

    public RangeQuery<K, V> withAscendingKeys() {
        throw new UnsupportedOperationException("RangeQuery.withAscendingKeys");
    }

    public static <K, V> RangeQuery<K, V> withUpperBound(K upper) {
        throw new UnsupportedOperationException("RangeQuery.withUpperBound");
    }

    public static <K, V> RangeQuery<K, V> withLowerBound(K lower) {
        throw new UnsupportedOperationException("RangeQuery.withLowerBound");
    }

    public static <K, V> RangeQuery<K, V> withNoBounds() {
        throw new UnsupportedOperationException("RangeQuery.withNoBounds");
    }

    public Optional<K> getLowerBound() {
        throw new UnsupportedOperationException("RangeQuery.getLowerBound");
    }

    public Optional<K> getUpperBound() {
        throw new UnsupportedOperationException("RangeQuery.getUpperBound");
    }
}
