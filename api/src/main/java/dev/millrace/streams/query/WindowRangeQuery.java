package dev.millrace.streams.query;

import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import java.time.Instant;
import java.util.Optional;

public class WindowRangeQuery<K, V> implements Query<KeyValueIterator<Windowed<K>, V>> {

    private WindowRangeQuery() {}

    public static <K, V> WindowRangeQuery<K, V> withKey(K key) {
        throw new UnsupportedOperationException("WindowRangeQuery.withKey");
    }

    public static <K, V> WindowRangeQuery<K, V> withWindowStartRange(Instant timeFrom, Instant timeTo) {
        throw new UnsupportedOperationException("WindowRangeQuery.withWindowStartRange");
    }

    public Optional<K> getKey() {
        throw new UnsupportedOperationException("WindowRangeQuery.getKey");
    }

    public Optional<Instant> getTimeFrom() {
        throw new UnsupportedOperationException("WindowRangeQuery.getTimeFrom");
    }

    public Optional<Instant> getTimeTo() {
        throw new UnsupportedOperationException("WindowRangeQuery.getTimeTo");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("WindowRangeQuery.toString");
    }
}
