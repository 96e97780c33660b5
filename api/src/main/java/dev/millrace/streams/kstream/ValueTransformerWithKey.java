package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.ProcessorContext;

public interface ValueTransformerWithKey<K, V, VR> {

    void init(ProcessorContext context);

    VR transform(K readOnlyKey, V value);

    void close();
}
