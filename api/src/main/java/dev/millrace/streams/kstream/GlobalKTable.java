package dev.millrace.streams.kstream;

/**
 * A table that every instance holds completely, to be joined by any key.
 *
 * <p>Used by the thread that builds the topology; it has no operators of its own. Source: KIP-99.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface GlobalKTable<K, V> {

    /** The name under which the table can be queried, null if it cannot. */
    String queryableStoreName();
}
