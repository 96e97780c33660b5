package dev.millrace.streams.processor;

import java.util.Optional;
import java.util.Set;

@FunctionalInterface
public interface StreamPartitioner<K, V> {

    Optional<Set<Integer>> partitions(String topic, K key, V value, int numPartitions);
}
