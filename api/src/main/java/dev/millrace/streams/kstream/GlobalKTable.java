package dev.millrace.streams.kstream;

/**
 * A table that every instance holds completely, to be joined by any key.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface GlobalKTable<K, V> {

    /** The name under which the table can be queried, null if it cannot. */
    String queryableStoreName();
}
