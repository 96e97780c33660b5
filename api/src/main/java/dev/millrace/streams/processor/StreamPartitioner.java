package dev.millrace.streams.processor;

import java.util.Optional;
import java.util.Set;

/**
 * Chooses the partitions a record is written to.
 *
 * <p>Called on stream threads; one instance may serve several of them.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@FunctionalInterface
public interface StreamPartitioner<K, V> {

    /**
     * Chooses the partitions (KIP-837).
     *
     * @param topic the topic
     * @param key the key of the record
     * @param value the value of the record
     * @param numPartitions how many partitions the topic has
     * @return the partitions, each from 0 to {@code numPartitions - 1}; an empty set drops the record; an empty optional
     *     leaves the choice to the default, which goes by the bytes of the key
     */
    Optional<Set<Integer>> partitions(String topic, K key, V value, int numPartitions);
}
