package dev.millrace.streams.query;

import dev.millrace.streams.state.VersionedRecord;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.annotation.InterfaceStability;

@InterfaceStability.Evolving
public final class VersionedKeyQuery<K, V> implements Query<VersionedRecord<V>> {

    private VersionedKeyQuery() {}

    public static <K, V> VersionedKeyQuery<K, V> withKey(K key) {
        throw new UnsupportedOperationException("VersionedKeyQuery.withKey");
    }

    public VersionedKeyQuery<K, V> asOf(Instant asOfTimestamp) {
        throw new UnsupportedOperationException("VersionedKeyQuery.asOf");
    }

    public K key() {
        throw new UnsupportedOperationException("VersionedKeyQuery.key");
    }

    public Optional<Instant> asOfTimestamp() {
        throw new UnsupportedOperationException("VersionedKeyQuery.asOfTimestamp");
    }
}
