package dev.millrace.streams.query;

import dev.millrace.streams.state.VersionedRecordIterator;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.annotation.InterfaceStability;

@InterfaceStability.Evolving
public final class MultiVersionedKeyQuery<K, V> implements Query<VersionedRecordIterator<V>> {

    private MultiVersionedKeyQuery() {}

    public static <K, V> MultiVersionedKeyQuery<K, V> withKey(K key) {
        throw new UnsupportedOperationException("MultiVersionedKeyQuery.withKey");
    }

    public MultiVersionedKeyQuery<K, V> fromTime(Instant fromTime) {
        throw new UnsupportedOperationException("MultiVersionedKeyQuery.fromTime");
    }

    public MultiVersionedKeyQuery<K, V> toTime(Instant toTime) {
        throw new UnsupportedOperationException("MultiVersionedKeyQuery.toTime");
    }

    public MultiVersionedKeyQuery<K, V> withDescendingTimestamps() {
        throw new UnsupportedOperationException("MultiVersionedKeyQuery.withDescendingTimestamps");
    }

    public MultiVersionedKeyQuery<K, V> withAscendingTimestamps() {
        throw new UnsupportedOperationException("MultiVersionedKeyQuery.withAscendingTimestamps");
    }

    public K key() {
        throw new UnsupportedOperationException("MultiVersionedKeyQuery.key");
    }

    public Optional<Instant> fromTime() {
        throw new UnsupportedOperationException("MultiVersionedKeyQuery.fromTime");
    }

    public Optional<Instant> toTime() {
        throw new UnsupportedOperationException("MultiVersionedKeyQuery.toTime");
    }

    public ResultOrder resultOrder() {
        throw new UnsupportedOperationException("MultiVersionedKeyQuery.resultOrder");
    }
}
