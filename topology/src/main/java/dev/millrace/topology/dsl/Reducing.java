package dev.millrace.topology.dsl;

import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.streams.kstream.Merger;
import dev.millrace.streams.kstream.Reducer;

/** Reducing as an aggregation that begins with nothing: the first value is taken as it is. */
final class Reducing {
    static final Initializer<Object> NOTHING = () -> null;

    private Reducing() {}

    static Aggregator<Object, Object, Object> aggregator(Reducer<Object> reducer) {
        return (key, value, aggregate) -> aggregate == null ? value : reducer.apply(aggregate, value);
    }

    static Merger<Object, Object> merger(Reducer<Object> reducer) {
        return (key, one, other) -> one == null ? other : reducer.apply(one, other);
    }
}
