package dev.millrace.streams.query;

import dev.millrace.streams.state.VersionedRecordIterator;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.annotation.InterfaceStability;

/**
 * Asks a versioned store for the versions of a key that held at any time in a span (KIP-968).
 *
 * <p>Immutable.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 */
@InterfaceStability.Evolving
public final class MultiVersionedKeyQuery<K, V> implements Query<VersionedRecordIterator<V>> {
    private final K key;
    private final Optional<Instant> fromTime;
    private final Optional<Instant> toTime;
    private final ResultOrder order;

    private MultiVersionedKeyQuery(K key, Optional<Instant> fromTime, Optional<Instant> toTime, ResultOrder order) {
        this.key = Objects.requireNonNull(key, "key cannot be null");
        this.fromTime = fromTime;
        this.toTime = toTime;
        this.order = order;
    }

    /**
     * Asks for all versions of this key.
     *
     * @throws NullPointerException if it is null
     */
    public static <K, V> MultiVersionedKeyQuery<K, V> withKey(K key) {
        return new MultiVersionedKeyQuery<>(key, Optional.empty(), Optional.empty(), ResultOrder.ANY);
    }

    /** The same from this time on, included; null for no bound. */
    public MultiVersionedKeyQuery<K, V> fromTime(Instant fromTime) {
        return new MultiVersionedKeyQuery<>(key, Optional.ofNullable(fromTime), toTime, order);
    }

    /** The same up to this time, included; null for no bound. */
    public MultiVersionedKeyQuery<K, V> toTime(Instant toTime) {
        return new MultiVersionedKeyQuery<>(key, fromTime, Optional.ofNullable(toTime), order);
    }

    /** The same, from the last version to the first. */
    public MultiVersionedKeyQuery<K, V> withDescendingTimestamps() {
        return new MultiVersionedKeyQuery<>(key, fromTime, toTime, ResultOrder.DESCENDING);
    }

    /** The same, from the first version to the last. */
    public MultiVersionedKeyQuery<K, V> withAscendingTimestamps() {
        return new MultiVersionedKeyQuery<>(key, fromTime, toTime, ResultOrder.ASCENDING);
    }

    /** The key. */
    public K key() {
        return key;
    }

    /** The beginning of the span, included; empty for no bound. */
    public Optional<Instant> fromTime() {
        return fromTime;
    }

    /** The end of the span, included; empty for no bound. */
    public Optional<Instant> toTime() {
        return toTime;
    }

    /** In which order the versions come. */
    public ResultOrder resultOrder() {
        return order;
    }
}
