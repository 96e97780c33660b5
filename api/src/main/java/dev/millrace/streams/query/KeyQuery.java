package dev.millrace.streams.query;

import java.util.Objects;
import org.apache.kafka.common.annotation.InterfaceStability;

/**
 * Asks a key-value store for the value of a key.
 *
 * <p>Immutable.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 */
@InterfaceStability.Evolving
public final class KeyQuery<K, V> implements Query<V> {
    private final K key;
    private final boolean skipCache;

    private KeyQuery(K key, boolean skipCache) {
        this.key = Objects.requireNonNull(key, "key cannot be null");
        this.skipCache = skipCache;
    }

    /**
     * Asks for this key.
     *
     * @throws NullPointerException if it is null
     */
    public static <K, V> KeyQuery<K, V> withKey(K key) {
        return new KeyQuery<>(key, false);
    }

    /** The same, but what is still in the cache does not count. */
    public KeyQuery<K, V> skipCache() {
        return new KeyQuery<>(key, true);
    }

    /** The key. */
    public K getKey() {
        return key;
    }

    /** Whether what is still in the cache does not count. */
    public boolean isSkipCache() {
        return skipCache;
    }
}
