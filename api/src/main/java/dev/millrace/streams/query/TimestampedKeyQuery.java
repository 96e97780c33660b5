package dev.millrace.streams.query;

import dev.millrace.streams.state.ValueAndTimestamp;
import java.util.Objects;
import org.apache.kafka.common.annotation.InterfaceStability;

/**
 * Asks a key-value store for the value of a key and its timestamp (KIP-992).
 *
 * <p>Immutable.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 */
@InterfaceStability.Evolving
public final class TimestampedKeyQuery<K, V> implements Query<ValueAndTimestamp<V>> {
    private final K key;
    private final boolean skipCache;

    private TimestampedKeyQuery(K key, boolean skipCache) {
        this.key = Objects.requireNonNull(key, "key cannot be null");
        this.skipCache = skipCache;
    }

    /**
     * Asks for this key.
     *
     * @throws NullPointerException if it is null
     */
    public static <K, V> TimestampedKeyQuery<K, V> withKey(K key) {
        return new TimestampedKeyQuery<>(key, false);
    }

    /** The same, but what is still in the cache does not count. */
    public TimestampedKeyQuery<K, V> skipCache() {
        return new TimestampedKeyQuery<>(key, true);
    }

    /** The key. */
    public K key() {
        return key;
    }

    /** Whether what is still in the cache does not count. */
    public boolean isSkipCache() {
        return skipCache;
    }
}
