package dev.millrace.streams.query;

import dev.millrace.streams.state.WindowStoreIterator;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.annotation.InterfaceStability;

@InterfaceStability.Evolving
public class WindowKeyQuery<K, V> implements Query<WindowStoreIterator<V>> {

    private WindowKeyQuery() {}

    public static <K, V> WindowKeyQuery<K, V> withKeyAndWindowStartRange(K key, Instant timeFrom, Instant timeTo) {
        throw new UnsupportedOperationException("WindowKeyQuery.withKeyAndWindowStartRange");
    }

    public K getKey() {
        throw new UnsupportedOperationException("WindowKeyQuery.getKey");
    }

    public Optional<Instant> getTimeFrom() {
        throw new UnsupportedOperationException("WindowKeyQuery.getTimeFrom");
    }

    public Optional<Instant> getTimeTo() {
        throw new UnsupportedOperationException("WindowKeyQuery.getTimeTo");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("WindowKeyQuery.toString");
    }
}
