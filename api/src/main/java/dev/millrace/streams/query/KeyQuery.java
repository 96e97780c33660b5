package dev.millrace.streams.query;

import org.apache.kafka.common.annotation.InterfaceStability;

@InterfaceStability.Evolving
public final class KeyQuery<K, V> implements Query<V> {

    private KeyQuery() {}

    public static <K, V> KeyQuery<K, V> withKey(K key) {
        throw new UnsupportedOperationException("KeyQuery.withKey");
    }

    public KeyQuery<K, V> skipCache() {
        throw new UnsupportedOperationException("KeyQuery.skipCache");
    }

    public K getKey() {
        throw new UnsupportedOperationException("KeyQuery.getKey");
    }

    public boolean isSkipCache() {
        throw new UnsupportedOperationException("KeyQuery.isSkipCache");
    }
}
