package dev.millrace.streams.query;

import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.ValueAndTimestamp;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.annotation.InterfaceStability;

/**
 * Asks a key-value store for the entries in a range of keys, with their timestamps (KIP-992).
 *
 * <p>Keys are compared by their bytes. Immutable.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@InterfaceStability.Evolving
public final class TimestampedRangeQuery<K, V> implements Query<KeyValueIterator<K, ValueAndTimestamp<V>>> {
    private final Optional<K> lower;
    private final Optional<K> upper;
    private final ResultOrder order;

    private TimestampedRangeQuery(Optional<K> lower, Optional<K> upper, ResultOrder order) {
        this.lower = lower;
        this.upper = upper;
        this.order = order;
    }

    /** Asks for the keys between these two, both included; null stands for no bound. */
    public static <K, V> TimestampedRangeQuery<K, V> withRange(K lower, K upper) {
        return new TimestampedRangeQuery<>(Optional.ofNullable(lower), Optional.ofNullable(upper), ResultOrder.ANY);
    }

    /**
     * Asks for the keys up to this one, included.
     *
     * @throws NullPointerException if it is null
     */
    public static <K, V> TimestampedRangeQuery<K, V> withUpperBound(K upper) {
        return withRange(null, Objects.requireNonNull(upper, "upper bound cannot be null"));
    }

    /**
     * Asks for the keys from this one on, included.
     *
     * @throws NullPointerException if it is null
     */
    public static <K, V> TimestampedRangeQuery<K, V> withLowerBound(K lower) {
        return withRange(Objects.requireNonNull(lower, "lower bound cannot be null"), null);
    }

    /** Asks for all keys. */
    public static <K, V> TimestampedRangeQuery<K, V> withNoBounds() {
        return withRange(null, null);
    }

    /** In which order the results come, within a partition. */
    public ResultOrder resultOrder() {
        return order;
    }

    /** The same, from the last key to the first. */
    public TimestampedRangeQuery<K, V> withDescendingKeys() {
        return new TimestampedRangeQuery<>(lower, upper, ResultOrder.DESCENDING);
    }

    /** The same, from the first key to the last. */
    public TimestampedRangeQuery<K, V> withAscendingKeys() {
        return new TimestampedRangeQuery<>(lower, upper, ResultOrder.ASCENDING);
    }

    /** The first key; empty for no bound. */
    public Optional<K> lowerBound() {
        return lower;
    }

    /** The last key; empty for no bound. */
    public Optional<K> upperBound() {
        return upper;
    }
}
