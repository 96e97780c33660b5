package dev.millrace.streams.query;

import dev.millrace.streams.state.WindowStoreIterator;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.annotation.InterfaceStability;

/**
 * Asks a window store for the windows of a key that start in a span of time (KIP-806).
 *
 * <p>Immutable.
 *
 * @param <K> the type of the key
 * @param <V> the type of the values
 */
@InterfaceStability.Evolving
public class WindowKeyQuery<K, V> implements Query<WindowStoreIterator<V>> {
    private final K key;
    private final Optional<Instant> timeFrom;
    private final Optional<Instant> timeTo;

    private WindowKeyQuery(K key, Optional<Instant> timeFrom, Optional<Instant> timeTo) {
        this.key = key;
        this.timeFrom = timeFrom;
        this.timeTo = timeTo;
    }

    /**
     * Asks for the windows of this key that start between these times, both included.
     *
     * @throws NullPointerException if one is null
     */
    public static <K, V> WindowKeyQuery<K, V> withKeyAndWindowStartRange(K key, Instant timeFrom, Instant timeTo) {
        return new WindowKeyQuery<>(
                Objects.requireNonNull(key, "key cannot be null"),
                Optional.of(Objects.requireNonNull(timeFrom, "timeFrom cannot be null")),
                Optional.of(Objects.requireNonNull(timeTo, "timeTo cannot be null")));
    }

    /** The key. */
    public K getKey() {
        return key;
    }

    /** The earliest start. */
    public Optional<Instant> getTimeFrom() {
        return timeFrom;
    }

    /** The latest start. */
    public Optional<Instant> getTimeTo() {
        return timeTo;
    }

    @Override
    public String toString() {
        return "WindowKeyQuery{key=" + key + ", timeFrom=" + timeFrom + ", timeTo=" + timeTo + "}";
    }
}
