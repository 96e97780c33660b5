package dev.millrace.streams.query;

import dev.millrace.streams.state.KeyValueIterator;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.annotation.InterfaceStability;

/**
 * Asks a key-value store for the entries in a range of keys (KIP-805).
 *
 * <p>Keys are compared by their bytes. Immutable.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@InterfaceStability.Evolving
public final class RangeQuery<K, V> implements Query<KeyValueIterator<K, V>> {
    private final Optional<K> lower;
    private final Optional<K> upper;
    private final ResultOrder order;

    private RangeQuery(Optional<K> lower, Optional<K> upper, ResultOrder order) {
        this.lower = lower;
        this.upper = upper;
        this.order = order;
    }

    /** Asks for the keys between these two, both included; null stands for no bound. */
    public static <K, V> RangeQuery<K, V> withRange(K lower, K upper) {
        return new RangeQuery<>(Optional.ofNullable(lower), Optional.ofNullable(upper), ResultOrder.ANY);
    }

    /**
     * Asks for the keys up to this one, included.
     *
     * @throws NullPointerException if it is null
     */
    public static <K, V> RangeQuery<K, V> withUpperBound(K upper) {
        return withRange(null, Objects.requireNonNull(upper, "upper bound cannot be null"));
    }

    /**
     * Asks for the keys from this one on, included.
     *
     * @throws NullPointerException if it is null
     */
    public static <K, V> RangeQuery<K, V> withLowerBound(K lower) {
        return withRange(Objects.requireNonNull(lower, "lower bound cannot be null"), null);
    }

    /** Asks for all keys. */
    public static <K, V> RangeQuery<K, V> withNoBounds() {
        return withRange(null, null);
    }

    /** In which order the results come, within a partition. */
    public ResultOrder resultOrder() {
        return order;
    }

    /** The same, from the last key to the first. */
    public RangeQuery<K, V> withDescendingKeys() {
        return new RangeQuery<>(lower, upper, ResultOrder.DESCENDING);
    }

    /** The same, from the first key to the last. */
    public RangeQuery<K, V> withAscendingKeys() {
        return new RangeQuery<>(lower, upper, ResultOrder.ASCENDING);
    }

    /** The first key; empty for no bound. */
    public Optional<K> getLowerBound() {
        return lower;
    }

    /** The last key; empty for no bound. */
    public Optional<K> getUpperBound() {
        return upper;
    }
}
