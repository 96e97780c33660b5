package dev.millrace.streams.kstream;

/**
 * Makes one aggregate of the aggregates of two sessions.
 *
 * @param <K> the type of the key
 * @param <V> the type of the aggregate
 */
@FunctionalInterface
public interface Merger<K, V> {

    /** The aggregate of both. */
    V apply(K aggKey, V aggOne, V aggTwo);
}
