package dev.millrace.streams.processor;

@FunctionalInterface
public interface TopicNameExtractor<K, V> {

    String extract(K key, V value, RecordContext recordContext);
}
