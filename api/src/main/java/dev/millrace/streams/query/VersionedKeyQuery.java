package dev.millrace.streams.query;

import dev.millrace.streams.state.VersionedRecord;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.annotation.InterfaceStability;

/**
 * Asks a versioned store for the version of a key that held at some time, or holds now (KIP-960).
 *
 * <p>Immutable.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 */
@InterfaceStability.Evolving
public final class VersionedKeyQuery<K, V> implements Query<VersionedRecord<V>> {
    private final K key;
    private final Optional<Instant> asOfTimestamp;

    private VersionedKeyQuery(K key, Optional<Instant> asOfTimestamp) {
        this.key = Objects.requireNonNull(key, "key cannot be null");
        this.asOfTimestamp = asOfTimestamp;
    }

    /**
     * Asks for the latest version of this key.
     *
     * @throws NullPointerException if it is null
     */
    public static <K, V> VersionedKeyQuery<K, V> withKey(K key) {
        return new VersionedKeyQuery<>(key, Optional.empty());
    }

    /**
     * Asks for the version that held at this time.
     *
     * @throws NullPointerException if it is null
     */
    public VersionedKeyQuery<K, V> asOf(Instant asOfTimestamp) {
        Objects.requireNonNull(asOfTimestamp, "asOf timestamp cannot be null");
        return new VersionedKeyQuery<>(key, Optional.of(asOfTimestamp));
    }

    /** The key. */
    public K key() {
        return key;
    }

    /** The time; empty for now. */
    public Optional<Instant> asOfTimestamp() {
        return asOfTimestamp;
    }
}
