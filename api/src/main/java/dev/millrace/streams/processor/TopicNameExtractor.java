package dev.millrace.streams.processor;

/**
 * Chooses the topic a record is written to. The topics must exist.
 *
 * <p>Called by stream threads, by several at a time. Source: KIP-303.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@FunctionalInterface
public interface TopicNameExtractor<K, V> {

    /** The topic for this record; not null. */
    String extract(K key, V value, RecordContext recordContext);
}
