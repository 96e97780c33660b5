package dev.millrace.topology.dsl;

import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.streams.kstream.Merger;

/** Counting as an aggregation. */
final class Counting {
    static final Initializer<Object> ZERO = () -> 0L;
    static final Aggregator<Object, Object, Object> INCREMENT = (key, value, count) -> (Long) count + 1;
    static final Aggregator<Object, Object, Object> DECREMENT = (key, value, count) -> (Long) count - 1;
    static final Merger<Object, Object> SUM = (key, one, other) -> (Long) one + (Long) other;

    private Counting() {}
}
