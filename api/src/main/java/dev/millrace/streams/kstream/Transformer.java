package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.ProcessorContext;

@Deprecated
public interface Transformer<K, V, R> {

    void init(ProcessorContext context);

    R transform(K key, V value);

    void close();
}
