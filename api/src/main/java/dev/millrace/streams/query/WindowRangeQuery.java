package dev.millrace.streams.query;

import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks a session store for the sessions of a key, or a window store for the windows of a span of time (KIP-806).
 *
 * <p>Immutable.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public class WindowRangeQuery<K, V> implements Query<KeyValueIterator<Windowed<K>, V>> {
    private final Optional<K> key;
    private final Optional<Instant> timeFrom;
    private final Optional<Instant> timeTo;

    private WindowRangeQuery(Optional<K> key, Optional<Instant> timeFrom, Optional<Instant> timeTo) {
        this.key = key;
        this.timeFrom = timeFrom;
        this.timeTo = timeTo;
    }

    /**
     * Asks a session store for the sessions of this key.
     *
     * @throws NullPointerException if it is null
     */
    public static <K, V> WindowRangeQuery<K, V> withKey(K key) {
        Objects.requireNonNull(key, "key cannot be null");
        return new WindowRangeQuery<>(Optional.of(key), Optional.empty(), Optional.empty());
    }

    /**
     * Asks a window store for all windows that start between these times, both included.
     *
     * @throws NullPointerException if one is null
     */
    public static <K, V> WindowRangeQuery<K, V> withWindowStartRange(Instant timeFrom, Instant timeTo) {
        return new WindowRangeQuery<>(
                Optional.empty(),
                Optional.of(Objects.requireNonNull(timeFrom, "timeFrom cannot be null")),
                Optional.of(Objects.requireNonNull(timeTo, "timeTo cannot be null")));
    }

    /** The key, if the query is for one. */
    public Optional<K> getKey() {
        return key;
    }

    /** The earliest start, if the query is for a span of time. */
    public Optional<Instant> getTimeFrom() {
        return timeFrom;
    }

    /** The latest start, if the query is for a span of time. */
    public Optional<Instant> getTimeTo() {
        return timeTo;
    }

    @Override
    public String toString() {
        return "WindowRangeQuery{key=" + key + ", timeFrom=" + timeFrom + ", timeTo=" + timeTo + "}";
    }
}
