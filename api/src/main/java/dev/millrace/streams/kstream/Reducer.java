package dev.millrace.streams.kstream;

/**
 * Makes one value of two. The order matters only where records of a key have one.
 *
 * @param <V> the type of the values
 */
@FunctionalInterface
public interface Reducer<V> {

    /** The value of both: of what came before and what comes now. Null deletes the aggregate. */
    V apply(V value1, V value2);
}
