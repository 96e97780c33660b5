package dev.millrace.streams.query;

import dev.millrace.streams.state.ValueAndTimestamp;
import org.apache.kafka.common.annotation.InterfaceStability;

@InterfaceStability.Evolving
public final class TimestampedKeyQuery<K, V> implements Query<ValueAndTimestamp<V>> {

    private TimestampedKeyQuery() {}

    public static <K, V> TimestampedKeyQuery<K, V> withKey(K key) {
        throw new UnsupportedOperationException("TimestampedKeyQuery.withKey");
    }

    public TimestampedKeyQuery<K, V> skipCache() {
        throw new UnsupportedOperationException("TimestampedKeyQuery.skipCache");
    }

    public K key() {
        throw new UnsupportedOperationException("TimestampedKeyQuery.key");
    }

    public boolean isSkipCache() {
        throw new UnsupportedOperationException("TimestampedKeyQuery.isSkipCache");
    }
}
